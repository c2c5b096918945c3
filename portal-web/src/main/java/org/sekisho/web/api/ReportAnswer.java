package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.ReportView.MeasureLine;
import org.sekisho.domain.report.reading.ReportView.OriginLine;
import org.sekisho.domain.report.reading.ReportView.RevisionLine;
import org.sekisho.domain.report.reading.ReportView.StepLine;
import org.sekisho.domain.report.reading.ReportView.TierLine;
import org.sekisho.domain.report.reading.ReviewView;
import org.sekisho.domain.report.review.Turn;

/**
 * One report as REST answers it.
 *
 * @param hash of the present revision: what a decision names, to say what was read
 * @param origin where it comes from; absent as the content is
 * @param content absent where the caller sees only where the report stands
 * @param turn whose move it is, and until when
 * @param duplicateOf the report in which this one's finding is worked on
 * @param recurs the report whose finding has come back in this one, closed, or rejected for less
 * @param reviews every review, the latest first; votes of an open stage only where they are the caller's own
 */
public record ReportAnswer(
        ReportRow report,
        String hash,
        Optional<OriginLine> origin,
        Optional<ReportContent> content,
        Optional<Turn> turn,
        Optional<UUID> duplicateOf,
        Optional<UUID> recurs,
        List<ReviewView> reviews,
        List<RevisionLine> revisions,
        List<StepLine> steps,
        List<TierLine> tiers,
        List<MeasureLine> measures) {

    static ReportAnswer of(ReportView view) {
        return new ReportAnswer(
                view.row(),
                view.hash(),
                view.origin(),
                view.content(),
                view.turn(),
                view.duplicateOf().map(ReportRow::id),
                view.recurs().map(ReportRow::id),
                view.reviews(),
                view.revisions(),
                view.steps(),
                view.tiers(),
                view.measures());
    }
}
