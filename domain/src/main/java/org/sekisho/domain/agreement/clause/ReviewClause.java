package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * The review chain for each risk tier.
 *
 * @param tiers a tier that isn't listed has no chain, and so nothing of that tier can be approved
 */
public record ReviewClause(List<TierReview> tiers) implements Clause {

    /** Who reviews in a stage. */
    public enum Side {
        INSTITUTION_SECURITY,
        AUTHORITY,
        PROVIDER
    }

    /** The least rank of a reviewer. */
    public enum Rank {
        ANY,
        /** A section head or above. */
        MANAGER,
        /** A department head or above. */
        HEAD
    }

    /** In what a clock counts. */
    public enum ClockUnit {
        HOURS,
        /** Business days of the organisation that reviews. */
        BUSINESS_DAYS
    }

    /**
     * One stage.
     *
     * @param quorum how many people must agree
     * @param clock how long the stage may take, in {@code unit}
     */
    public record Stage(Side side, int quorum, Rank rank, int clock, ClockUnit unit) {
        public Stage {
            Checks.require(side, "side");
            ClauseChecks.range(quorum, "quorum", 1, 9);
            Checks.require(rank, "rank");
            Checks.require(unit, "unit");
            switch (unit) {
                case HOURS -> ClauseChecks.range(clock, "clock", 1, 720);
                case BUSINESS_DAYS -> ClauseChecks.range(clock, "clock", 1, 60);
            }
        }
    }

    /** The stages of one tier, in their order. */
    public record TierReview(RiskTier tier, List<Stage> stages) {
        public TierReview {
            Checks.require(tier, "tier");
            stages = ClauseChecks.list(stages, "stages", 6, stage -> new Object());
            ClauseChecks.notEmpty(stages, "stages");
            if (tier.needsBothSides() && !(has(stages, Side.INSTITUTION_SECURITY) && has(stages, Side.AUTHORITY))) {
                throw Refusal.of(ClauseError.REVIEW_NEEDS_BOTH_SIDES, "tier", tier.name());
            }
        }

        private static boolean has(List<Stage> stages, Side side) {
            return stages.stream().anyMatch(stage -> stage.side() == side);
        }
    }

    public ReviewClause {
        tiers = ClauseChecks.list(tiers, "tiers", RiskTier.values().length, TierReview::tier);
        ClauseChecks.notEmpty(tiers, "tiers");
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.REVIEW;
    }

    /** The chain for a tier; empty means that nothing of that tier can be approved. */
    public Optional<TierReview> of(RiskTier tier) {
        return tiers.stream().filter(review -> review.tier() == tier).findFirst();
    }
}
