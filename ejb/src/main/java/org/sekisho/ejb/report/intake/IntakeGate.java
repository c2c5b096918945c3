package org.sekisho.ejb.report.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.access.AccessDecision;
import org.sekisho.domain.agreement.access.AccessFacts;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessPolicy;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.access.AccessRequest.Occasion;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.CurrentAct;

/**
 * The access decision for an import. What is imported are the institution's own findings: it takes what reading them takes, role, grant
 * and no freeze, so that no lapse keeps an institution from putting what it has found on record.
 */
@ApplicationScoped
class IntakeGate {

    /** What an import takes by the agreement. */
    static final Action ACTION = Action.REPORT_READ;

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AccessFactsSource facts;

    /**
     * What was decided, and under which version of the agreement.
     *
     * @param version that governs
     */
    record Passed(AccessDecision decision, int version) {}

    /**
     * Lets an import pass.
     *
     * @param environment its code in the agreement's clause; empty where none is named
     * @throws Refusal as not found where the actor can't see the agreement; else one of {@link IntakeError}
     */
    Passed require(UUID agreement, String environment) {
        agreements.require(agreement);
        AccessRequest request = request(agreement);
        AccessFacts known = facts.load(request, act.now());
        AccessDecision decision = AccessPolicy.decide(request, known);
        List<String> failed = decision.failed().stream()
                .map(reason -> reason.condition().name())
                .toList();
        Checks.check(decision.permit(), IntakeError.NOT_PERMITTED, Map.of("conditions", String.join(" ", failed)));
        AgreementFacts found = known.agreement().orElseThrow();
        UUID own = act.actor().organisation().orElseThrow();
        Checks.check(found.capacities().get(own) == PartyRole.INSTITUTION_RECEIVING, IntakeError.NOT_RECEIVER);
        requireKnown(found, environment);
        return new Passed(
                decision,
                found.signatures().map(AgreementFacts.Signatures::version).orElseThrow());
    }

    /** The environments of the agreement's clause. */
    List<ApprovedEnvironment> environments(UUID agreement) {
        return facts.load(request(agreement), act.now())
                .agreement()
                .map(IntakeGate::environments)
                .orElse(List.of());
    }

    private AccessRequest request(UUID agreement) {
        return new AccessRequest(
                act.person(),
                agreement,
                ACTION,
                Occasion.ACT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("report-import"),
                Optional.empty());
    }

    private static List<ApprovedEnvironment> environments(AgreementFacts agreement) {
        return agreement.clauses().get(ClauseKind.ENVIRONMENTS) instanceof EnvironmentsClause clause
                ? clause.environments()
                : List.of();
    }

    private static void requireKnown(AgreementFacts agreement, String environment) {
        boolean known = environment.isBlank()
                || environments(agreement).stream().anyMatch(each -> each.code().equals(environment));
        Checks.check(known, IntakeError.ENVIRONMENT_UNKNOWN, Map.of("environment", environment));
    }
}
