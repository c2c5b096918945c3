package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.CurrentAct;

/** Stops answers to an audit by whom a freeze names. Nothing that merely lapsed does: evidence is given in any case. */
@ApplicationScoped
class AnswerGate {

    @Inject
    private CurrentAct act;

    @Inject
    private AccessFactsSource facts;

    /** @throws Refusal with {@link AssuranceError#ANSWER_FROZEN} */
    void require(Engagement engagement) {
        engagement.agreement().ifPresent(this::requireUnder);
    }

    private void requireUnder(UUID agreement) {
        AccessRequest answer = AccessRequest.question(act.person(), agreement, Action.AUDIT_ANSWER);
        if (facts.load(answer, act.now()).isFrozen(act.person(), act.actor().organisation())) {
            throw new Refusal(AssuranceError.ANSWER_FROZEN);
        }
    }
}
