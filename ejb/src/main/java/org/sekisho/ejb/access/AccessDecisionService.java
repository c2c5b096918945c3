package org.sekisho.ejb.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.access.AccessDecision;
import org.sekisho.domain.agreement.access.AccessFacts;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessPolicy;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.access.ChecklistFacts;
import org.sekisho.domain.agreement.access.Condition;
import org.sekisho.domain.agreement.access.ConditionChecklist;
import org.sekisho.domain.agreement.access.GrantFact;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Answers who may do what under an agreement, with every reason, and how its conditions stand. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AccessDecisionService {

    /** More agreements than anybody is granted access under. */
    private static final int MOST_OF_MINE = 20;

    /** More agreements than anybody reads warnings of at once. */
    private static final int MOST_WARNED_OF = 200;

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AccessFactsSource facts;

    @Inject
    private Askers askers;

    @Inject
    private WaitingAccess waiting;

    /**
     * Decides. One asks about oneself, an organisation administrator about their own people, a coordinator about anyone, an engaged
     * auditor about whom the agreement names. The decision stands in the trail.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND} for a person or agreement that the asker may not ask about
     */
    @Permission("access:decide")
    public AccessDecision decide(AskAccess question) {
        agreements.require(question.agreement());
        UUID person = askers.requireWithinReach(question.person(), question.agreement());
        AccessRequest request = AccessRequest.question(
                person,
                question.agreement(),
                question.action(),
                question.environment(),
                question.system(),
                question.purpose(),
                question.resource());
        AccessDecision decision = AccessPolicy.decide(request, facts.load(request, act.now()));
        act.happened(decision.decided());
        return decision;
    }

    /** How every condition stands for a whole agreement. It decides nothing. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public ConditionChecklist checklist(@About("agreement") UUID agreement) {
        agreements.require(agreement);
        return ConditionChecklist.of(facts.loadChecklist(agreement, act.now()));
    }

    /**
     * What has lapsed or lapses soon under agreements that the actor may see and that are in force or suspended; what stops, or has
     * stopped, use of the model for everyone comes first. It decides nothing.
     */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public List<AccessWarning> warnings() {
        List<WaitingAccess.Received> seen = waiting.received(Optional.empty(), MOST_WARNED_OF);
        Map<UUID, ChecklistFacts> known = facts.loadChecklists(
                seen.stream().map(WaitingAccess.Received::agreement).collect(Collectors.toUnmodifiableSet()),
                act.now());
        return seen.stream()
                .map(agreement -> AccessWarning.of(
                        agreement, ConditionChecklist.of(Objects.requireNonNull(known.get(agreement.agreement())))))
                .filter(warning -> !warning.items().isEmpty())
                .sorted(AccessWarning.MOST_URGENT_FIRST)
                .toList();
    }

    /** How my own access stands, for each agreement under which I have a grant that is active and not over. */
    @Permission(value = "access:decide", recorded = Recorded.REFUSALS)
    public List<MyAccess> mine() {
        return waiting.granted(act.person(), Days.of(act.now()), MOST_OF_MINE).stream()
                .map(this::mine)
                .toList();
    }

    private MyAccess mine(WaitingAccess.Granted agreement) {
        AccessRequest any = AccessRequest.question(act.person(), agreement.agreement(), Action.MODEL_USE);
        AccessFacts known = facts.load(any, act.now());
        List<Role> roles = grantedRoles(known);
        Action action = firstAction(known, roles);
        AccessDecision decision =
                AccessPolicy.decide(AccessRequest.question(act.person(), agreement.agreement(), action), known);
        return new MyAccess(
                agreement.agreement(),
                agreement.agreementNumber(),
                action,
                roles,
                known.agreement().flatMap(AgreementFacts::phase),
                decision.permit(),
                decision.failed(),
                decision.lastDayOf(Condition.TRAINING_CURRENT),
                decision.lapsesAt());
    }

    private List<Role> grantedRoles(AccessFacts known) {
        return known.grants().orElse(List.of()).stream()
                .filter(grant ->
                        grant.state() == GrantState.ACTIVE && !grant.lastDay().isBefore(Days.of(act.now())))
                .map(GrantFact::role)
                .distinct()
                .sorted()
                .toList();
    }

    private static Action firstAction(AccessFacts known, List<Role> roles) {
        Optional<PeopleClause> people = known.agreement()
                .map(agreement -> agreement.clauses().get(ClauseKind.PEOPLE))
                .filter(PeopleClause.class::isInstance)
                .map(PeopleClause.class::cast);
        return Arrays.stream(Action.values())
                .filter(action -> people.filter(clause -> roles.stream().anyMatch(role -> clause.allows(role, action)))
                        .isPresent())
                .findFirst()
                .orElse(Action.MODEL_USE);
    }
}
