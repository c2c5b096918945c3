package org.sekisho.domain.report;

import java.util.Comparator;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssVector;

/** The risk tier that a report starts with where nothing but its severity is known: by its highest CVSS score. */
public final class SeverityTier {

    private SeverityTier() {}

    /**
     * Without a vector nobody has rated it, and it is looked at like a medium risk until somebody raises it.
     *
     * @throws org.sekisho.domain.shared.Refusal when a vector can't be read
     */
    public static RiskTier of(ReportContent content) {
        return content.vectors().stream()
                .map(CvssVector::parse)
                .map(CvssVector::score)
                .max(Comparator.naturalOrder())
                .map(SeverityTier::of)
                .orElse(RiskTier.MEDIUM);
    }

    private static RiskTier of(CvssScore score) {
        return switch (score.severity()) {
            case CRITICAL -> RiskTier.CRITICAL;
            case HIGH -> RiskTier.HIGH;
            case MEDIUM -> RiskTier.MEDIUM;
            case LOW, NONE -> RiskTier.LOW;
        };
    }
}
