package org.sekisho.domain.report;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.shared.Checks;

/**
 * What a report starts with beside its content.
 *
 * @param organisation the institution that owns it
 * @param agreement under which the model found it
 * @param number unique within the organisation, so that it tells nothing about others
 * @param origin where it came from, where that is kept
 * @param tier by the risk table
 */
public record NewReport(
        UUID organisation, UUID agreement, int number, Optional<UUID> origin, Tlp label, RiskTier tier) {

    public NewReport {
        Checks.require(organisation, "organisation");
        Checks.require(agreement, "agreement");
        Checks.require(label, "label");
        Checks.require(tier, "tier");
        if (number < 1) {
            throw new IllegalArgumentException("Numbers begin with 1");
        }
    }
}
