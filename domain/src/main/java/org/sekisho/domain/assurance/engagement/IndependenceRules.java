package org.sekisho.domain.assurance.engagement;

import java.util.Map;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/**
 * The rules of independence as the audit clause had them when the engagement was created.
 *
 * @param mostConsecutive how many engagements of one agreement a firm may take in a row; at least 1
 * @param declarationMonths months after which a declaration must be renewed, 1 to {@link #LONGEST}
 */
public record IndependenceRules(int mostConsecutive, int declarationMonths) {

    /** Declarations are renewed yearly at the latest. */
    public static final int LONGEST = 12;

    public IndependenceRules {
        Checks.check(mostConsecutive >= 1, SharedError.MALFORMED, Map.of("field", "mostConsecutive"));
        Checks.check(
                declarationMonths >= 1 && declarationMonths <= LONGEST,
                SharedError.MALFORMED,
                Map.of("field", "declarationMonths"));
    }
}
