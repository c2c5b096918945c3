package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.access.AssuranceFacts.CorrectiveAction;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.ScopeClause;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;

/** Spoils exactly one condition of a {@link Scenario}. */
final class Lapse {

    private static final LocalDate YESTERDAY = Scenario.TODAY.minusDays(1);

    private Lapse() {}

    static void of(Condition condition, Scenario scenario) {
        switch (condition) {
            case IN_FORCE_WITHIN_TERM -> scenario.state = AgreementState.SUSPENDED;
            case ROLE_ALLOWS_ACTION -> scenario.person = Optional.of(
                    new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.BANK, Set.of(Role.DUTY_OFFICER))));
            case PHASE_ALLOWS_PURPOSE -> scenario.clauses.put(
                    ClauseKind.PHASE,
                    new PhaseClause(
                            Phase.LIMITED,
                            List.of(new PhaseRule(Phase.LIMITED, EnumSet.allOf(Purpose.class), List.of()))));
            case SYSTEM_IN_SCOPE -> scenario.clauses.put(
                    ClauseKind.SCOPE,
                    new ScopeClause(
                            "model",
                            "1.*",
                            EnumSet.allOf(Purpose.class),
                            List.of(new NamedSystem("other", Scenario.words("Other"))),
                            List.of(new NamedSystem("gateway", Scenario.words("Settlement gateway")))));
            case GRANT_CURRENT -> scenario.grants =
                    Optional.of(List.of(Scenario.grant(Role.ANALYST, YESTERDAY, GrantState.ACTIVE)));
            case TRAINING_CURRENT -> scenario.trainings =
                    Optional.of(List.of(Scenario.training("handling", YESTERDAY)));
            case ENVIRONMENT_APPROVED -> scenario.attestations = Optional.of(
                    List.of(Scenario.attestation("lab", YESTERDAY), Scenario.attestation("enclave", YESTERDAY)));
            case PLAYBOOKS_EXERCISED -> scenario.playbooks = Optional.of(new PlaybookFacts(List.of(new ApprovedPlaybook(
                    "settlement", Scenario.REVIEWED, Optional.of(Scenario.TODAY.minusDays(365))))));
            case NO_AUDIT_OVERDUE -> scenario.assurance = Optional.of(new AssuranceFacts(
                    Optional.of(Scenario.TODAY.minusDays(90 + 14 + 1)), Optional.empty(), actions(scenario)));
            case NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE -> scenario.assurance = Optional.of(new AssuranceFacts(
                    scenario.assurance.flatMap(AssuranceFacts::lastClosedOn),
                    Optional.empty(),
                    List.of(new CorrectiveAction("CA-2", YESTERDAY))));
            case WITHIN_USAGE_LIMITS -> scenario.requests = 2_000;
            case NOT_FROZEN -> scenario.freezes(FreezeScope.organisation(Scenario.BANK));
        }
    }

    private static List<CorrectiveAction> actions(Scenario scenario) {
        return scenario.assurance.map(AssuranceFacts::openCriticalActions).orElse(List.of());
    }
}
