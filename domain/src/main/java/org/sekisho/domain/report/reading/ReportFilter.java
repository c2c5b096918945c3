package org.sekisho.domain.report.reading;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportState;

/**
 * Which reports a list shows; what is empty doesn't narrow.
 *
 * @param states any of these
 * @param marker a number, weakness or component that the present revision names, as a whole
 * @param intake the import that created them
 */
public record ReportFilter(
        Optional<UUID> agreement,
        Optional<UUID> organisation,
        Set<ReportState> states,
        Optional<RiskTier> tier,
        Optional<Tlp> label,
        Optional<String> marker,
        Optional<UUID> intake) {

    public ReportFilter {
        states = Set.copyOf(states);
    }

    /** Whatever they came with. */
    public ReportFilter(
            Optional<UUID> agreement,
            Optional<UUID> organisation,
            Set<ReportState> states,
            Optional<RiskTier> tier,
            Optional<Tlp> label,
            Optional<String> marker) {
        this(agreement, organisation, states, tier, label, marker, Optional.empty());
    }

    /** Every report that the asker may see. */
    public static ReportFilter all() {
        return new ReportFilter(
                Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether reports, of anybody or of one organisation, are looked for by what they name, and by nothing else. */
    public boolean byMarkerAlone() {
        return marker.isPresent()
                && agreement.isEmpty()
                && states.isEmpty()
                && tier.isEmpty()
                && label.isEmpty()
                && intake.isEmpty();
    }

    /** Only those of one organisation. */
    public ReportFilter of(UUID owner) {
        return new ReportFilter(agreement, Optional.of(owner), states, tier, label, marker, intake);
    }
}
