package org.sekisho.domain.report.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.review.ChainState;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.Reentered;
import org.sekisho.domain.report.review.StageState;

/**
 * The review of one revision, stage by stage.
 *
 * @param revisionNumber the revision that was under review, from 1
 */
public record ReviewView(
        UUID id,
        String revisionHash,
        int revisionNumber,
        RiskTier tier,
        ChainState state,
        Instant openedAt,
        List<StageView> stages) {

    /**
     * One stage.
     *
     * @param late whether it still decides although its clock has run out
     * @param holders who holds its places
     * @param votes those that the reader may see: of a closed stage, and their own
     */
    public record StageView(
            int position,
            Side side,
            int quorum,
            Rank rank,
            StageState state,
            Optional<Instant> due,
            Optional<Instant> closedAt,
            boolean late,
            List<Holder> holders,
            List<VoteLine> votes) {

        public StageView {
            holders = List.copyOf(holders);
            votes = List.copyOf(votes);
        }
    }

    /** Who holds a place; the name is missing where the reader doesn't see it. */
    public record Holder(UUID person, Optional<String> name, Instant since) {}

    /** What one person decided, and what they entered again for it. */
    public record VoteLine(
            Choice choice,
            Optional<String> personName,
            Instant castAt,
            Optional<String> reason,
            Optional<Reentered> reentered) {}

    public ReviewView {
        stages = List.copyOf(stages);
    }
}
