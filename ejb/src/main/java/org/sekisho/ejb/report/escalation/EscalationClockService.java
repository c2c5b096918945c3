package org.sekisho.ejb.report.escalation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.Escalations;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.escalation.ReportEvaluations;
import org.sekisho.ejb.report.AskedAnew;
import org.sekisho.ejb.report.ReportRating;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What time, published lists and tables do with escalations, under the name {@code system:escalation-clock}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class EscalationClockService {

    /**
     * The most of each sort that one look finds, which is a month's worth of reports; the next look finds the others. Each is an act of its own, so
     * that many take their time, and the gravest come first.
     */
    static final int AT_ONCE = 10_000;

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private Escalations escalations;

    @Inject
    private ReportEvaluations evaluations;

    @Inject
    private Escalating escalating;

    @Inject
    private AskedAnew asked;

    @Inject
    private ReportRating rating;

    /** Escalations whose clock ran out, the longest overdue first. */
    @Permission(value = "escalation:run-clock", recorded = Recorded.REFUSALS)
    public List<UUID> overdue() {
        return escalations.overdue(act.now(), AT_ONCE);
    }

    /** Imported reports that are to be escalated and aren't yet, the gravest first. */
    @Permission(value = "escalation:run-clock", recorded = Recorded.REFUSALS)
    public List<UUID> unopened() {
        return evaluations.unopened(AT_ONCE);
    }

    /** Reports that were never evaluated, or of which the published lists say something else by now, what is exploited first. Looks at every report that goes on. */
    @Permission(value = "escalation:run-clock", recorded = Recorded.REFUSALS)
    public List<UUID> outdated() {
        return evaluations.outdated(AT_ONCE);
    }

    /** Reports that go on and that another version of a table has come to govern since it was asked, the gravest first; where none has, none is read. */
    @Permission(value = "escalation:run-clock", recorded = Recorded.REFUSALS)
    public List<UUID> governedOtherwise() {
        return evaluations.governedOtherwise(rating.tables(evaluations.agreements()), AT_ONCE);
    }

    /** Reports that go on and that a later file called graver since the tables were asked, the gravest first. */
    @Permission(value = "escalation:run-clock", recorded = Recorded.REFUSALS)
    public List<UUID> foundGraver() {
        return reports.unaskedGraver(AT_ONCE);
    }

    /** Raises an escalation again, in a wider circle and with a new clock. */
    @Permission("escalation:run-clock")
    public void raiseAgain(@About(Escalation.KIND) UUID escalation) {
        act.happened(escalations.requireLocked(escalation).raiseAgain(act.now()));
    }

    /** Opens the escalation of an imported report. */
    @Permission("escalation:run-clock")
    public void openImported(@About(Report.KIND) UUID report) {
        escalating.openImported(reports.requireLocked(report));
    }

    /** Asks about a report that nobody touched: its tier and its escalation. */
    @Permission("escalation:run-clock")
    public void evaluateAgain(@About(Report.KIND) UUID report) {
        asked.ask(reports.requireLocked(report), EvaluationCause.LISTS_LOADED);
    }

    /** Asks about a report that a later file calls graver: its tier and its escalation. */
    @Permission("escalation:run-clock")
    public void hearGraver(@About(Report.KIND) UUID report) {
        Report found = reports.requireLocked(report);
        reports.graver(report).filter(each -> !each.isAsked()).ifPresent(graver -> {
            graver.ask();
            asked.ask(found, EvaluationCause.FOUND_GRAVER);
        });
    }

    /** Asks about a report that nobody touched under the tables that govern it now: its tier and its escalation. */
    @Permission("escalation:run-clock")
    public void applyTables(@About(Report.KIND) UUID report) {
        asked.askUnderOtherTables(reports.requireLocked(report));
    }
}
