package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessDecision;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessPolicy;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.CurrentAct;

/**
 * The access decision on answers to an audit: a role, a grant and no freeze that names whoever answers. An organisation that is
 * audited on its own account answers under no agreement, and by its people's roles alone.
 */
@ApplicationScoped
class AnswerGate {

    /** What an answer takes by the agreement. */
    static final Action ACTION = Action.AUDIT_ANSWER;

    @Inject
    private CurrentAct act;

    @Inject
    private AccessFactsSource facts;

    /**
     * Decides before an answer is given, and takes the decision into the trail.
     *
     * @throws Refusal with {@link AssuranceError#ANSWER_DENIED}
     */
    void require(Engagement engagement) {
        engagement.agreement().ifPresent(agreement -> {
            AccessDecision decision =
                    decide(AccessRequest.act(act.person(), agreement, ACTION, Engagement.KIND + ":" + engagement.id()));
            if (!decision.permit()) {
                throw refusal(decision.failed());
            }
            act.happened(decision.decided());
        });
    }

    /** What stands against an answer by whoever acts; it decides nothing. */
    List<Reason> obstacles(Engagement engagement) {
        return engagement
                .agreement()
                .map(agreement -> question(agreement).failed())
                .orElse(List.of());
    }

    private AccessDecision question(UUID agreement) {
        return decide(AccessRequest.question(act.person(), agreement, ACTION));
    }

    private AccessDecision decide(AccessRequest request) {
        return AccessPolicy.decide(request, facts.load(request, act.now()));
    }

    private static Refusal refusal(List<Reason> failed) {
        return new Refusal(
                AssuranceError.ANSWER_DENIED,
                Map.of(
                        "first",
                        failed.get(0).condition().name(),
                        "failed",
                        failed.stream().map(reason -> reason.condition().name()).collect(Collectors.joining(","))));
    }
}
