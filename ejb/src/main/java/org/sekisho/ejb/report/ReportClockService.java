package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.embargo.Embargoes;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What time alone does with reports, under the name {@code system:report-clock}. It agrees to nothing. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReportClockService {

    /** The most of each sort that one look finds; the next look finds the others. */
    static final int AT_ONCE = 200;

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReviewChains chains;

    @Inject
    private Embargoes embargoes;

    @Inject
    private Entrance entrance;

    /**
     * With what time has something to do.
     *
     * @param late reports under review whose stage's clock has run out, of which nobody was told
     * @param deferralOver reports put off whose time is over
     * @param measuresUnreviewed interim measures whose report isn't under review in time, with their reports
     * @param measuresOver interim measures whose end has come, with their reports
     * @param embargoesOver embargoes whose end has come
     */
    public record Due(
            List<UUID> late,
            List<UUID> deferralOver,
            Map<UUID, UUID> measuresUnreviewed,
            Map<UUID, UUID> measuresOver,
            List<UUID> embargoesOver) {

        public Due {
            late = List.copyOf(late);
            deferralOver = List.copyOf(deferralOver);
            measuresUnreviewed = Map.copyOf(measuresUnreviewed);
            measuresOver = Map.copyOf(measuresOver);
            embargoesOver = List.copyOf(embargoesOver);
        }
    }

    /** With what time has something to do. */
    @Permission(value = "report:run-clocks", recorded = Recorded.REFUSALS)
    public Due dueByClock() {
        return new Due(
                chains.reportsPastClock(act.now(), AT_ONCE),
                reports.withDeferralOver(act.now(), AT_ONCE),
                chains.measuresUnreviewed(act.now(), AT_ONCE),
                chains.measuresOver(act.now(), AT_ONCE),
                embargoes.over(act.now(), AT_ONCE));
    }

    /** Says that the clock of the stage that decides has run out; once for each stage. */
    @Permission("report:run-clocks")
    public void alert(@About(Report.KIND) UUID report) {
        Report found = reports.requireLocked(report);
        act.under(found.agreement());
        UUID chain = found.standing().chain().orElseThrow(() -> new Refusal(ReportError.STAGE_NOT_OPEN));
        DomainEvent alerted = entrance.withReachOf(
                SystemReach.REVIEW_DECISION, () -> chains.requireLocked(chain).alert(act.now()));
        act.happened(alerted);
    }

    /** Takes a report up again whose deferral is over. */
    @Permission("report:run-clocks")
    public void endDeferral(@About(Report.KIND) UUID report) {
        act.happened(reports.requireLocked(report).flow().endDeferral(act.actor(), act.now()));
    }

    /** Ends an interim measure whose end has come. */
    @Permission("report:run-clocks")
    public void expireMeasure(@About(Report.KIND) UUID report, UUID measure) {
        act.under(reports.requireLocked(report).agreement());
        act.happened(require(report, measure).expire(act.actor(), act.now()));
    }

    /** Says that the review that an interim measure asks for hasn't begun in time; once for each measure. */
    @Permission("report:run-clocks")
    public void alertMeasure(@About(Report.KIND) UUID report, UUID measure) {
        Report found = reports.requireLocked(report);
        act.under(found.agreement());
        act.happened(require(report, measure).alertReview(found, act.now()));
    }

    private InterimMeasure require(UUID report, UUID measure) {
        return chains.measure(measure)
                .filter(each -> each.report().equals(report))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Ends an embargo whose end has come; those who kept it are told. */
    @Permission("report:run-clocks")
    public void endEmbargo(@About(Embargo.KIND) UUID embargo) {
        act.happened(embargoes.requireLocked(embargo).runOut(act.now()));
    }
}
