package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.container.regime.Sessions.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.Measurement;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.agreement.phase.EvaluationView;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.access.PhaseService;

/** The way from one phase of an agreement to the next, and back: each by whom it takes. */
final class PhaseChecks {

    private static final String STATED = "closed-critical";
    private static final String REASON = "Tried in a test";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final UUID agreement = bank.thing("agreement");
    private final Player coordinator = regime.player(Role.COORDINATOR);
    private final Player reviewer = regime.player(Role.AUTHORITY_REVIEWER);
    private final Player ciso = bank.person(Role.CISO);
    private final Player rival = regime.other().person(Role.CISO);
    private final PhaseService phases = use(PhaseService.class);

    void theNextPhaseOpensByEveryPartysVoteAndOneStepsBack() {
        coordinator.run(() -> phases.withdraw(bank.thing("evaluation"), REASON));
        Database.run(
                "update agreement_clause set data = ? where kind = 'PHASE' and agreement_version_id in "
                        + "(select id from agreement_version where agreement_id = ?)",
                ClauseJson.write(clause()),
                agreement);
        UUID evaluation = coordinator.as(() -> phases.openEvaluation(agreement));
        assertEquals("phase.evaluation-open", outcome(coordinator, () -> phases.openEvaluation(agreement)));
        valuesAreMeasuredStatedAndAssessed(evaluation);
        everyPartyVotes(evaluation);
        assertEquals(List.of("AGREED"), state(evaluation));
        coordinator.run(() -> phases.openNext(evaluation));
        assertEquals(List.of("APPLIED"), state(evaluation));
        assertEquals("phase.wrong-state", outcome(coordinator, () -> phases.openNext(evaluation)));
        assertEquals(List.of("PILOT", "LIMITED now"), history());
        assertEquals("shared.not-found", outcome(rival, () -> phases.stepBack(agreement, Phase.PILOT, REASON)));
        assertEquals("phase.not-earlier", outcome(ciso, () -> phases.stepBack(agreement, Phase.LIMITED, REASON)));
        reviewer.run(() -> phases.stepBack(agreement, Phase.PILOT, REASON));
        assertEquals(List.of("PILOT", "LIMITED", "PILOT now"), history());
    }

    private void valuesAreMeasuredStatedAndAssessed(UUID evaluation) {
        assertEquals("phase.criteria-not-met", agree(ciso, evaluation, hash(evaluation)));
        assertEquals("shared.not-found", outcome(rival, () -> phases.state(evaluation, STATED, 97, "Report 3")));
        ciso.run(() -> phases.state(evaluation, STATED, 90, "Report 3"));
        reviewer.run(() -> phases.assess(evaluation, true, "Assessment 1"));
        assertEquals("phase.criteria-not-met", agree(ciso, evaluation, hash(evaluation)));
        ciso.run(() -> phases.state(evaluation, STATED, 97, "Report 4"));
        coordinator.run(() -> phases.measure(evaluation));
        assertEquals(
                List.of("closed-critical 97", "days-in-phase 0", "systemic-risk 1"),
                view(evaluation).criteria().stream()
                        .map(each -> each.code() + " " + each.value().orElseThrow())
                        .toList());
    }

    /** A vote covers the values that were read, and no others. */
    private void everyPartyVotes(UUID evaluation) {
        List<Player> voters = new ArrayList<>(regime.signatories());
        voters.set(voters.size() - 1, ciso);
        String read = hash(evaluation);
        assertEquals("done", agree(voters.get(0), evaluation, read));
        assertEquals("phase.already-voted", agree(voters.get(0), evaluation, read));
        coordinator.run(() -> phases.recordValue(evaluation, STATED, 98, "Report 5"));
        assertEquals(voters.size(), view(evaluation).waitingFor().size(), "The vote was for other values");
        assertEquals("phase.criteria-changed", agree(voters.get(1), evaluation, read));
        assertEquals("shared.not-found", agree(rival, evaluation, hash(evaluation)));
        for (Player each : voters) {
            assertEquals(List.of("OPEN"), state(evaluation));
            assertEquals("phase.wrong-state", outcome(coordinator, () -> phases.openNext(evaluation)));
            assertEquals("done", agree(each, evaluation, hash(evaluation)), each.email());
        }
    }

    private String agree(Player by, UUID evaluation, String read) {
        return outcome(by, () -> phases.agree(evaluation, read, ""));
    }

    private static String outcome(Player by, Runnable act) {
        return AtOnce.outcome(() -> by.run(act));
    }

    private String hash(UUID evaluation) {
        return view(evaluation).criteriaHash();
    }

    private EvaluationView view(UUID evaluation) {
        return coordinator.as(() -> phases.evaluations(agreement)).stream()
                .filter(each -> each.id().equals(evaluation))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> state(UUID evaluation) {
        return Database.texts("select state from phase_evaluation where id = ?", evaluation);
    }

    private List<String> history() {
        return Database.texts(
                "select phase || case when ended_at is null then ' now' else '' end from agreement_phase "
                        + "where agreement_id = ? order by began_at",
                agreement);
    }

    /** One value that the system counts itself and one that is stated. */
    private static PhaseClause clause() {
        Words any = new Words("Any", "任意");
        return new PhaseClause(
                Phase.PILOT,
                List.of(
                        new PhaseRule(
                                Phase.PILOT,
                                Set.of(Purpose.VULNERABILITY_DETECTION),
                                List.of(
                                        new Criterion(
                                                "days-in-phase",
                                                any,
                                                Comparison.AT_LEAST,
                                                0,
                                                any,
                                                Measurement.BY_SYSTEM),
                                        new Criterion(STATED, any, Comparison.AT_LEAST, 95, any, Measurement.STATED))),
                        new PhaseRule(Phase.LIMITED, Set.of(Purpose.VULNERABILITY_DETECTION), List.of())));
    }
}
