package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private Settlement settlement;

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
     * Marks a report as a duplicate of another one of the organisation, with the reason; a review of it ends.
     *
     * @param original the one that goes on
     */
    @Permission("report:work")
    public void markDuplicate(@About(Report.KIND) UUID report, UUID original, String reason) {
        // In the same order for everybody: two people who mark either as the other's duplicate don't wait for each
        // other.
        Map<UUID, Report> both = Stream.of(report, original)
                .distinct()
                .sorted()
                .collect(Collectors.toMap(Function.identity(), reports::requireLocked));
        Report found = Objects.requireNonNull(both.get(report));
        Report first = Objects.requireNonNull(both.get(original));
        gate.require(found, Action.REPORT_READ);
        gate.require(first, Action.REPORT_READ);
        Optional<UUID> before = found.standing().chain();
        act.happened(found.flow().duplicate(act.actor(), first, reason, vault, act.now()));
        settlement.settle(found, before);
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
