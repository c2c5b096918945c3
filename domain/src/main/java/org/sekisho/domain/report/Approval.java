package org.sekisho.domain.report;

import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;

/**
 * What a passed review agreed to.
 *
 * @param revisionHash of the revision that every vote was cast on
 * @param tier for which the stages were asked
 * @param sides whose people agreed
 */
public record Approval(UUID report, UUID chain, UUID revision, String revisionHash, RiskTier tier, Set<Side> sides) {

    public Approval {
        sides = Set.copyOf(sides);
    }
}
