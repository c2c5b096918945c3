package org.sekisho.domain.report.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssSeverity;

/** What a finding says as the first revision of a report, and how grave it arrives. */
public final class FindingReport {

    private FindingReport() {}

    /** The content. What a source states without a vector, and how its tool calls it, stays with the finding. */
    public static ReportContent content(Finding finding) {
        return new ReportContent(
                finding.title(),
                finding.text(),
                "",
                finding.remedy(),
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
                finding.exhibits().stream()
                        .map(each -> new ReportContent.Exhibit(each.heading(), each.text()))
                        .toList(),
                words(finding.references().stream().map(Finding.Reference::address)));
    }

    /** What the source says of its tool. Nobody says there from which environment it was used. */
    public static FoundBy foundBy(Finding finding) {
        Finding.Tool tool = finding.tool();
        return new FoundBy("", name(tool.name()), name(tool.version()), name(tool.run()));
    }

    private static String name(String word) {
        return PlainText.line(word, Provenance.LIMIT);
    }

    private static List<String> words(Stream<String> words) {
        return words.filter(each -> !each.isBlank()).distinct().toList();
    }

    /** How grave its tool calls it, which counts where no vector has a score; empty where nobody says. */
    public static Optional<CvssSeverity> stated(Finding finding) {
        return switch (finding.level()) {
            case ERROR -> Optional.of(CvssSeverity.HIGH);
            case WARNING -> Optional.of(CvssSeverity.MEDIUM);
            case NOTE -> Optional.of(CvssSeverity.LOW);
            case UNSAID -> Optional.empty();
        };
    }

    /**
     * How grave it is: by its highest score, as its report is rated later on; where it has none, by what its tool calls it. Empty where nobody
     * says, and then the table doesn't take it for harmless.
     */
    public static Optional<CvssSeverity> severity(Finding finding) {
        return finding.vectors().stream()
                .flatMap(each -> each.computed().stream())
                .max(Comparator.naturalOrder())
                .map(CvssScore::severity)
                .or(() -> stated(finding));
    }
}
