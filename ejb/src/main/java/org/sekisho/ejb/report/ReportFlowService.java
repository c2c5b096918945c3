package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportFlow;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** The way of a report from the triage to its close, and aside from it; what both sides decide stands in {@link ReviewService}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReportFlowService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /** Begins to look at it. */
    @Permission("report:work")
    public void triage(@About(Report.KIND) UUID report) {
        move(report, Action.REPORT_READ, flow -> flow.triage(act.actor(), act.now()));
    }

    /** It isn't a finding, with the reason. */
    @Permission("report:work")
    public void reject(@About(Report.KIND) UUID report, String reason) {
        move(report, Action.REPORT_READ, flow -> flow.reject(act.actor(), reason, vault, act.now()));
    }

    /** Puts it off until then, with the reason. */
    @Permission("report:work")
    public void defer(@About(Report.KIND) UUID report, Instant until, String reason) {
        move(report, Action.REPORT_READ, flow -> flow.defer(act.actor(), until, reason, vault, act.now()));
    }

    /** Takes it up again, with the reason. */
    @Permission("report:reopen")
    public void reopen(@About(Report.KIND) UUID report, String reason) {
        move(report, Action.REPORT_READ, flow -> flow.reopen(act.actor(), reason, vault, act.now()));
    }

    /**
     * Marks reports as duplicates of another one of the organisation: all of them, or none.
     *
     * @param original the one that goes on
     */
    @Permission("report:work")
    public void markDuplicates(@About(Report.KIND) UUID original, List<UUID> duplicates) {
        Report first = reports.require(original);
        gate.require(first, Action.REPORT_READ);
        // Always in the same order, so that two people who mark the same don't wait for each other.
        duplicates.stream()
                .distinct()
                .sorted()
                .forEach(each -> move(each, Action.REPORT_READ, flow -> flow.duplicate(act.actor(), first, act.now())));
    }

    /** Begins the remediation of the approved revision. */
    @Permission("report:work")
    public void remediate(@About(Report.KIND) UUID report) {
        move(report, Action.REPORT_REMEDIATE, flow -> flow.remediate(act.actor(), act.now()));
    }

    /** The remedy is in place. */
    @Permission("report:work")
    public void mitigate(@About(Report.KIND) UUID report) {
        move(report, Action.REPORT_REMEDIATE, flow -> flow.mitigate(act.actor(), act.now()));
    }

    /** The remedy works, says somebody else than who put it in place. */
    @Permission("report:work")
    public void verify(@About(Report.KIND) UUID report) {
        move(report, Action.REPORT_REVIEW, flow -> flow.verify(act.actor(), act.now()));
    }

    /** The remedy doesn't work, with the reason. */
    @Permission("report:work")
    public void failVerification(@About(Report.KIND) UUID report, String reason) {
        move(report, Action.REPORT_REVIEW, flow -> flow.failVerification(act.actor(), reason, vault, act.now()));
    }

    /** Nothing is left to do. */
    @Permission("report:work")
    public void close(@About(Report.KIND) UUID report) {
        move(report, Action.REPORT_READ, flow -> flow.close(act.actor(), act.now()));
    }

    private void move(UUID report, Action action, Function<ReportFlow, DomainEvent> verb) {
        Report found = reports.requireLocked(report);
        gate.require(found, action);
        act.happened(verb.apply(found.flow()));
    }
}
