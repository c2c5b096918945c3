package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportMarker;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.rating.Ratings;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.escalation.Escalating;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The risk table's answer about a report, and what people say that the table asks for. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class RatingService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private Ratings ratings;

    @Inject
    private ExploitationLists lists;

    @Inject
    private ReportRating rating;

    @Inject
    private ReportGate gate;

    @Inject
    private Escalating escalating;

    @Inject
    private Settlement settlement;

    @Inject
    private Vault vault;

    /** The answer that stands, with the row and inputs it came from. */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public RatingView rating(@About(Report.KIND) UUID report) {
        Report found = reports.require(report);
        gate.require(found, Action.REPORT_READ);
        List<CveId> numbers = found.markers().stream()
                .filter(each -> each.kind() == ReportMarker.Kind.IDENTIFIER)
                .flatMap(each -> CveId.find(each.value()).stream())
                .toList();
        return RatingView.of(ratings.latest(found.id()), PublishedLists.of(numbers, lists));
    }

    /**
     * Says what the surroundings are like, and asks the table anew. A higher tier takes effect at once and needs new votes; a lower one
     * doesn't take effect.
     */
    @Permission("report:work")
    public void assess(AssessReport command) {
        Report report = reports.requireLocked(command.report());
        gate.require(report, Action.REPORT_READ);
        report.requireWorker(act.actor());
        report.requireCurrent(command.readHash());
        RevisionContent kept =
                reports.content(report.current().id()).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<UUID> before = report.standing().chain();
        ReportContent content = kept.open(report.current(), vault);
        rating.again(report, content, command.said());
        escalating.evaluate(report, content, command.said(), EvaluationCause.FACTS_CHANGED);
        settlement.settle(report, before);
    }
}
