package org.sekisho.domain.report.review;

import org.sekisho.domain.agreement.clause.ReviewClause.Side;

/** What a reviewer says to a revision. */
public enum Choice {
    AGREES,
    /** An authority's agreement: it has no objection, and takes no responsibility for the institution's decision. */
    NO_OBJECTION,
    REJECTS;

    /** Whether somebody of that side says it in these words. */
    boolean fits(Side side) {
        return switch (this) {
            case AGREES -> side != Side.AUTHORITY;
            case NO_OBJECTION -> side == Side.AUTHORITY;
            case REJECTS -> true;
        };
    }

    public boolean agrees() {
        return this != REJECTS;
    }
}
