package org.sekisho.domain.report.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.Report;

/**
 * Whose move a report is, and until when.
 *
 * @param side the side that has to act; the institution where the report is in nobody's review
 * @param holders the people who claimed it or were given it; empty while it is anybody's of the side
 * @param due when the clock runs out; empty where none runs
 * @param late whether it has run out
 */
public record Turn(Side side, List<UUID> holders, Optional<Instant> due, boolean late) {

    public Turn {
        holders = List.copyOf(holders);
    }

    /**
     * Whose move it is; empty where nobody has to act: the report is closed, rejected or a duplicate.
     *
     * @param chain the review that runs, where one does
     */
    public static Optional<Turn> of(Report report, Optional<ReviewChain> chain, Instant now) {
        return switch (report.state()) {
            case IN_REVIEW -> chain.flatMap(ReviewChain::openStage).map(stage -> of(stage, now));
            case RECEIVED, TRIAGE, APPROVED, IN_REMEDIATION, MITIGATED, VERIFIED -> Optional.of(
                    ofInstitution(Optional.empty()));
            case DEFERRED -> Optional.of(ofInstitution(report.standing().deferredUntil()));
            case CLOSED, REJECTED, DUPLICATE -> Optional.empty();
        };
    }

    private static Turn of(ReviewStage stage, Instant now) {
        List<UUID> holders =
                stage.chain().work().inCharge(stage).stream().map(Seat::person).toList();
        return new Turn(stage.side(), holders, stage.dueAt(), stage.isPastClock(now));
    }

    private static Turn ofInstitution(Optional<Instant> due) {
        return new Turn(Side.INSTITUTION_SECURITY, List.of(), due, false);
    }
}
