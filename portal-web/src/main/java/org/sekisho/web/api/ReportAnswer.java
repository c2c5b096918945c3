package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.ReportView.MeasureLine;
import org.sekisho.domain.report.reading.ReportView.RevisionLine;
import org.sekisho.domain.report.reading.ReportView.StepLine;
import org.sekisho.domain.report.reading.ReportView.TierLine;
import org.sekisho.domain.report.reading.ReviewView;
import org.sekisho.domain.report.review.Turn;

/**
 * One report as REST answers it.
 *
 * @param hash of the present revision: what a decision names, to say what was read
 * @param content absent where the caller sees only where the report stands
 * @param turn whose move it is, and until when
 * @param reviews every review, the latest first; votes of an open stage only where they are the caller's own
 */
public record ReportAnswer(
        ReportRow report,
        String hash,
        Optional<ReportContent> content,
        Optional<Turn> turn,
        List<ReviewView> reviews,
        List<RevisionLine> revisions,
        List<StepLine> steps,
        List<TierLine> tiers,
        List<MeasureLine> measures) {

    static ReportAnswer of(ReportView view) {
        return new ReportAnswer(
                view.row(),
                view.hash(),
                view.content(),
                view.turn(),
                view.reviews(),
                view.revisions(),
                view.steps(),
                view.tiers(),
                view.measures());
    }
}
