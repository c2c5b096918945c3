package org.sekisho.domain.agreement.clause;

import org.sekisho.domain.shared.Checks;

/**
 * How often third parties audit, and how they stay independent.
 *
 * @param cadenceDays days from the close of one engagement, or from the first day of the term, to the day when the next is due
 * @param graceDays days after the due day before use of the model stops
 * @param standard the standard of the engagements
 * @param level how sure the conclusion is
 * @param mostConsecutive how many engagements in a row one audit firm may take
 * @param declarationMonths months after which a declaration of independence must be renewed
 */
public record AuditClause(
        int cadenceDays,
        int graceDays,
        Standard standard,
        AssuranceLevel level,
        int mostConsecutive,
        int declarationMonths)
        implements Clause {

    /** The standards by which engagements are carried out. */
    public enum Standard {
        ISAE_3000,
        ISAE_3402,
        SOC_2,
        AGREED_UPON_PROCEDURES,
        IIA,
        JAPANESE_SYSTEM_AUDIT
    }

    /** What kind of conclusion an engagement ends in. */
    public enum AssuranceLevel {
        REASONABLE,
        LIMITED,
        /** Findings without a conclusion, as of agreed-upon procedures. */
        NONE
    }

    public AuditClause {
        ClauseChecks.range(cadenceDays, "cadenceDays", 7, 731);
        ClauseChecks.range(graceDays, "graceDays", 0, 90);
        Checks.require(standard, "standard");
        Checks.require(level, "level");
        Checks.check(
                (standard == Standard.AGREED_UPON_PROCEDURES) == (level == AssuranceLevel.NONE),
                ClauseError.LEVEL_AGAINST_STANDARD);
        ClauseChecks.range(mostConsecutive, "mostConsecutive", 1, 10);
        ClauseChecks.range(declarationMonths, "declarationMonths", 1, 12);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.AUDIT;
    }
}
