package org.sekisho.domain.report.review;

import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Checks;

/**
 * What a reviewer hands in.
 *
 * @param revisionHash of the revision that was read
 * @param reason needed for a rejection, and for an institution's or provider's agreement to a high or critical risk; an authority's comment
 *     may be empty
 * @param reentered the credentials that were entered again; needed for agreement to a high or critical risk, an authority's too
 */
public record Ballot(String revisionHash, Choice choice, String reason, Reentered reentered) {

    /** The most characters of a reason or comment. */
    public static final int REASON_LIMIT = 4_000;

    public Ballot {
        Checks.require(revisionHash, "revision");
        Checks.require(choice, "choice");
        Checks.require(reentered, "reentered");
    }

    /** Whether the credentials are asked for again. */
    public static boolean needsCredentials(Choice choice, RiskTier tier) {
        return choice.agrees() && tier.needsBothSides();
    }

    void requireCredentials(RiskTier tier) {
        Checks.check(reentered != Reentered.NOTHING || !needsCredentials(choice, tier), ReportError.CREDENTIALS_NEEDED);
    }

    /**
     * Refuses a vote without the reason that it needs, before anything else is asked of the voter.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link org.sekisho.domain.shared.SharedError#REQUIRED}
     */
    public void requireReason(RiskTier tier) {
        reasonFor(tier);
    }

    String reasonFor(RiskTier tier) {
        boolean needed = choice == Choice.REJECTS || (choice == Choice.AGREES && tier.needsBothSides());
        return needed
                ? Checks.requireText(reason, "reason", REASON_LIMIT)
                : Checks.optionalText(reason, "reason", REASON_LIMIT);
    }
}
