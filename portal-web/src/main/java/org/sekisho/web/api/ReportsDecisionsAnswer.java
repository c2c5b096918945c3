package org.sekisho.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.web.report.EachReport;
import org.sekisho.web.shared.RefusalWords;

/**
 * How it went with each of several reports.
 *
 * @param done how many were decided as asked
 * @param refused how many were not
 */
public record ReportsDecisionsAnswer(int done, int refused, List<ReportDecided> items) {

    public ReportsDecisionsAnswer {
        items = List.copyOf(items);
    }

    /** Whether it was done. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /**
     * One report.
     *
     * @param code of the refusal, as a problem document has it; absent where it was done
     * @param title the refusal in words
     */
    public record ReportDecided(UUID report, Outcome outcome, Optional<String> code, Optional<String> title) {

        static ReportDecided of(EachReport.Line line, Locale locale) {
            return new ReportDecided(
                    line.report(),
                    line.refused().isEmpty() ? Outcome.DONE : Outcome.REFUSED,
                    line.refused().map(refusal -> refusal.code().code()),
                    line.refused().map(refusal -> RefusalWords.of(refusal, locale)));
        }
    }

    static ReportsDecisionsAnswer of(List<EachReport.Line> lines, Locale locale) {
        List<ReportDecided> items =
                lines.stream().map(line -> ReportDecided.of(line, locale)).toList();
        int done = (int)
                items.stream().filter(line -> line.outcome() == Outcome.DONE).count();
        return new ReportsDecisionsAnswer(done, items.size() - done, items);
    }
}
