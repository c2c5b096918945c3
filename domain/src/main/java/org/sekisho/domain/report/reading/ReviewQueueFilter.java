package org.sekisho.domain.report.reading;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;

/**
 * Whose queue, and what of it.
 *
 * @param organisation for which the reader acts
 * @param side for which the reader decides
 * @param tier only of this risk
 * @param work only what the reader holds, or what somebody still has to take
 */
public record ReviewQueueFilter(
        UUID person, UUID organisation, Side side, Optional<RiskTier> tier, Optional<Work> work) {

    /** Whose work it is. */
    public enum Work {
        MINE,
        FREE
    }
}
