package org.sekisho.domain.assurance.engagement;

import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;

/** What an engagement ends in (ISAE 3000 (Revised), paragraphs 74 to 77; ISRS 4400 for findings without a conclusion). */
public enum Conclusion {
    UNMODIFIED,
    QUALIFIED,
    ADVERSE,
    /** The auditors couldn't conclude. */
    DISCLAIMED,
    /** Agreed-upon procedures state what was found, and conclude nothing. */
    FINDINGS_ONLY;

    /** Whether an engagement at this level can end in it. */
    public boolean fits(AssuranceLevel level) {
        return (this == FINDINGS_ONLY) == (level == AssuranceLevel.NONE);
    }
}
