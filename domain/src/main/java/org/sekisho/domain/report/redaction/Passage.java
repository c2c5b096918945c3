package org.sekisho.domain.report.redaction;

import org.sekisho.domain.agreement.clause.SensitiveMatter;

/**
 * A stretch of a text that isn't for everybody.
 *
 * @param from its first character, from 0
 * @param to behind its last character
 * @param rule the id of the rule that found it
 */
public record Passage(int from, int to, SensitiveMatter matter, String rule) {

    /** The rule of what an author marked. */
    public static final String MARKED = "marked-by-author";

    public Passage {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("A passage has a length: " + from + " to " + to);
        }
    }

    /** Whether its author said so, whatever it looks like. */
    boolean isMarked() {
        return rule.equals(MARKED);
    }
}
