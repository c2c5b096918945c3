package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.access.UsageMeter;
import org.sekisho.domain.agreement.access.UsageMeters;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.phase.AgreementPhase;
import org.sekisho.domain.agreement.phase.Phases;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What time alone does with agreements, under the name {@code system:agreement-term}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AgreementTermService {

    /** The most agreements of each sort that one look finds; the next look finds the others. */
    static final int AT_ONCE = 100;

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private Phases phases;

    @Inject
    private UsageMeters meters;

    /**
     * With which agreements time has something to do.
     *
     * @param toStart a signed version's day has come
     * @param over the last day lies before today
     * @param roundOver a round's end has come, and nobody has closed it
     */
    public record Due(List<UUID> toStart, List<UUID> over, List<UUID> roundOver) {

        public Due {
            toStart = List.copyOf(toStart);
            over = List.copyOf(over);
            roundOver = List.copyOf(roundOver);
        }
    }

    /** Agreements with which time has something to do. */
    @Permission(value = "agreement:run-terms", recorded = Recorded.REFUSALS)
    public Due due() {
        LocalDate today = Days.of(act.now());
        return new Due(
                agreements.withTermToStart(today, AT_ONCE),
                agreements.withTermOver(today, AT_ONCE),
                agreements.withRoundOver(act.now(), AT_ONCE));
    }

    /** Lets the signed version govern. With the first that does, the first phase begins and the usage meter opens. */
    @Permission("agreement:run-terms")
    public void startTerm(@About("agreement") UUID agreement) {
        AgreementVersion signed = agreements.requireLocked(agreement).latest();
        act.happened(signed.startTerm(act.now()));
        if (meters.find(agreement).isEmpty()) {
            meters.add(new UsageMeter(agreement, act.now()));
        }
        if (phases.present(agreement).isEmpty()) {
            signed.clause(ClauseKind.PHASE).ifPresent(clause -> begin(agreement, clause));
        }
    }

    /** Ends the agreement after its last day. */
    @Permission("agreement:run-terms")
    public void expire(@About("agreement") UUID agreement) {
        act.happened(agreements.requireLocked(agreement).standing().expire(act.now()));
    }

    /** Closes the round whose end has come. Nothing is deemed agreed. */
    @Permission("agreement:run-terms")
    public void closeRound(@About("agreement") UUID agreement) {
        act.happened(agreements.requireLocked(agreement).latest().negotiation().close(act.actor(), act.now()));
    }

    private void begin(UUID agreement, Clause clause) {
        if (clause instanceof PhaseClause rules) {
            AgreementPhase phase = AgreementPhase.first(agreement, rules.first(), act.now());
            phases.add(phase);
            act.happened(phase.began());
        }
    }
}
