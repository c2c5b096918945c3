package org.sekisho.domain.report.intake;

import java.util.List;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.severity.CvssSeverity;

/** What a finding says as the first revision of a report, and the risk tier that it arrives with. */
public final class FindingReport {

    private FindingReport() {}

    /** The content. What a source states without a vector, and how its tool calls it, stays with the finding. */
    public static ReportContent content(Finding finding) {
        return new ReportContent(
                finding.title(),
                finding.text(),
                "",
                "",
                words(finding.identifiers().stream()),
                words(finding.weaknesses().stream()),
                words(finding.vectors().stream().filter(ClaimedVector::isVector).map(ClaimedVector::text)),
                finding.components().stream()
                        .map(each -> new ReportContent.Component(
                                each.name().isBlank() ? each.identifier() : each.name(),
                                each.version(),
                                each.identifier()))
                        .toList(),
                finding.locations().stream()
                        .map(each -> new ReportContent.Location(
                                each.address().isBlank() ? each.name() : each.address(), each.line(), each.name()))
                        .toList(),
                List.of(),
                words(finding.references().stream().map(Finding.Reference::address)));
    }

    private static List<String> words(Stream<String> words) {
        return words.filter(each -> !each.isBlank()).distinct().toList();
    }

    /**
     * The tier: by the severity of its score; where it has none, by how grave its tool calls it. What nobody rates isn't taken for
     * harmless.
     */
    public static RiskTier tier(Finding finding) {
        return finding.score().map(score -> tier(score.severity())).orElseGet(() -> switch (finding.level()) {
            case ERROR -> RiskTier.HIGH;
            case WARNING, UNSAID -> RiskTier.MEDIUM;
            case NOTE -> RiskTier.LOW;
        });
    }

    private static RiskTier tier(CvssSeverity severity) {
        return switch (severity) {
            case CRITICAL -> RiskTier.CRITICAL;
            case HIGH -> RiskTier.HIGH;
            case MEDIUM -> RiskTier.MEDIUM;
            case LOW, NONE -> RiskTier.LOW;
        };
    }
}
