package org.sekisho.domain.report.reading;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;

/**
 * What of the queue is shown; what is empty doesn't narrow.
 *
 * @param tier only of this risk
 * @param side only what this side decides; whoever decides sees their own side in any case
 * @param clock only where the clock stands so
 * @param work only what the reader holds, what somebody still has to take, or what others hold
 */
public record ReviewQueueFilter(
        Optional<UUID> agreement,
        Optional<RiskTier> tier,
        Optional<Side> side,
        Optional<ClockState> clock,
        Optional<Work> work) {

    /** Whose work it is. Places of people who are away count as free: their colleagues take them over. */
    public enum Work {
        MINE,
        FREE,
        TAKEN
    }

    /** How much of a stage's time is left. */
    public enum ClockState {
        /** It has run out. */
        OVER,
        /** It runs out within a day. */
        SOON,
        LATER
    }

    /** The whole queue. */
    public static ReviewQueueFilter all() {
        return new ReviewQueueFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
