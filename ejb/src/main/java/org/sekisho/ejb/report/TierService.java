package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.Tiers;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.escalation.Escalating;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** The risk tier of a report: raised by either side, lowered only by both. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TierService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReportGate gate;

    @Inject
    private Escalating escalating;

    @Inject
    private Settlement settlement;

    @Inject
    private Vault vault;

    /** Raises it, with the reason. A review that was asked for a lower risk ends, and an approval with it. */
    @Permission("report:assess")
    public void raiseTier(@About(Report.KIND) UUID report, RiskTier tier, String reason) {
        change(report, tiers -> tiers.raise(act.actor(), tier, reason, vault, act.now()));
    }

    /** Proposes to lower it, with the reason; it stays until the other side agrees. */
    @Permission("report:assess")
    public void proposeLowering(@About(Report.KIND) UUID report, RiskTier tier, String reason) {
        change(report, tiers -> tiers.proposeLowering(act.actor(), tier, reason, vault, act.now()));
    }

    /** Agrees, for the other side, to what is proposed. */
    @Permission("report:assess")
    public void agreeLowering(@About(Report.KIND) UUID report) {
        change(report, tiers -> tiers.agreeLowering(act.actor(), act.now()));
    }

    /** Declines, for the other side, what is proposed. */
    @Permission("report:assess")
    public void declineLowering(@About(Report.KIND) UUID report) {
        change(report, tiers -> tiers.declineLowering(act.actor(), act.now()));
    }

    private void change(UUID report, Function<Tiers, DomainEvent> verb) {
        Report found = reports.requireLocked(report);
        gate.require(found, Action.REPORT_READ);
        Optional<UUID> before = found.standing().chain();
        RiskTier tier = found.tier();
        act.happened(verb.apply(found.tiers()));
        if (found.tier() != tier) {
            escalating.evaluate(found, EvaluationCause.TIER_CHANGED);
        }
        settlement.settle(found, before);
    }
}
