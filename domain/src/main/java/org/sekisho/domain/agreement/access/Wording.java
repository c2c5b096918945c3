package org.sekisho.domain.agreement.access;

import java.util.Locale;
import java.util.Set;

/** A sentence that stands in the bundles under a key, with the names of what is put into it. */
public sealed interface Wording permits FoundCode, RemedyCode {

    /** The key in the bundles: {@code found.term-over}. */
    String key();

    /** The names of its parameters, as the sentence writes them in braces. */
    Set<String> parameters();

    /** The constant's name as it stands in keys and REST answers: {@code term-over}. */
    String code();

    /** How a constant's name becomes a code. */
    static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
