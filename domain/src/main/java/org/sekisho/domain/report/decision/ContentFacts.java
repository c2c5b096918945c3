package org.sekisho.domain.report.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.CvssVector;
import org.sekisho.domain.report.severity.Exploitation;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.domain.shared.Refusal;

/** What a revision says, as the facts that a table asks for. */
public final class ContentFacts {

    private ContentFacts() {}

    /**
     * By its highest score, and what the published lists say of its CVE numbers; vectors that can't be read rate nothing.
     *
     * @param stated how grave the report's source calls it, where no vector has a score
     */
    public static ReportFacts of(
            ReportContent content, Optional<CvssSeverity> stated, ExploitationLists lists, Assessment said) {
        List<CveId> cves = content.identifiers().stream()
                .flatMap(each -> CveId.find(each).stream())
                .toList();
        Optional<CvssSeverity> severity = content.vectors().stream()
                .flatMap(each -> score(each).stream())
                .max(Comparator.naturalOrder())
                .map(CvssScore::severity)
                .or(() -> stated);
        return ReportFacts.onArrival(severity, Exploitation.of(cves, lists)).assessed(said);
    }

    /**
     * Refuses vectors that somebody typed and that can't be read: a finding isn't rated by less than its author meant.
     *
     * @throws Refusal with a {@link org.sekisho.domain.report.severity.SeverityError}
     */
    public static void requireReadable(ReportContent content) {
        content.vectors().forEach(CvssVector::parse);
    }

    private static Optional<CvssScore> score(String vector) {
        try {
            return Optional.of(CvssVector.parse(vector).score());
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }
}
