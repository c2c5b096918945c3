package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessDecision;
import org.sekisho.domain.agreement.access.AccessFacts;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessPolicy;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.CurrentAct;

/**
 * Where the agreement's access decision stops what somebody would do with reports. It decides on the people of the institution that received
 * access. An authority and a provider review in their own right, not by a grant: only a freeze that names them stops them.
 */
@ApplicationScoped
public class ReportGate {

    @Inject
    private CurrentAct act;

    @Inject
    private AccessFactsSource facts;

    /** For an act about a report. @throws Refusal with {@link ReportError#ACCESS_DENIED} */
    public void require(Report report, Action action) {
        require(report.agreement(), report.organisation(), action);
    }

    /** For an act under an agreement, on behalf of the owner. @throws Refusal with {@link ReportError#ACCESS_DENIED} */
    public void require(UUID agreement, UUID owner, Action action) {
        act.under(agreement);
        if (!act.actor().isOf(owner)) {
            requireUnfrozen();
            return;
        }
        requirePermit(decide(agreement, action));
    }

    private static void requirePermit(AccessDecision decision) {
        if (!decision.permit()) {
            throw Refusal.of(
                    ReportError.ACCESS_DENIED,
                    "conditions",
                    decision.failed().stream()
                            .map(reason -> reason.condition().name())
                            .collect(Collectors.joining(",")));
        }
    }

    /**
     * For work that is given to somebody else of the actor's organisation: the agreement has to let them do it too.
     *
     * @throws Refusal with {@link ReportError#ACCESS_DENIED}
     */
    void requireOf(UUID person, Report report, Action action) {
        AccessRequest question = AccessRequest.question(person, report.agreement(), action);
        AccessFacts known = facts.load(question, act.now());
        if (act.actor().isOf(report.organisation())) {
            requirePermit(AccessPolicy.decide(question, known));
        } else if (known.isFrozen(person, act.actor().organisation())) {
            throw Refusal.of(ReportError.ACCESS_DENIED, "conditions", "NOT_FROZEN");
        }
    }

    /** Whether the agreement lets somebody do something now, whoever acts. */
    public boolean permits(UUID person, UUID agreement, Action action) {
        return decide(person, agreement, action).permit();
    }

    /** Whether the actor may read what reports under the agreement say. */
    public boolean opens(UUID agreement, UUID owner) {
        return act.actor().isOf(owner) ? decide(agreement, Action.REPORT_READ).permit() : !isFrozen();
    }

    /**
     * For whoever reads in their own right, and not by a grant: a freeze that names them, or their organisation, stops it.
     *
     * @throws Refusal with {@link ReportError#ACCESS_DENIED}
     */
    public void requireUnfrozen() {
        if (isFrozen()) {
            throw Refusal.of(ReportError.ACCESS_DENIED, "conditions", "NOT_FROZEN");
        }
    }

    private boolean isFrozen() {
        return AccessFacts.isNamed(facts.freezes(), act.person(), act.actor().organisation());
    }

    private AccessDecision decide(UUID agreement, Action action) {
        return decide(act.person(), agreement, action);
    }

    private AccessDecision decide(UUID person, UUID agreement, Action action) {
        AccessRequest question = AccessRequest.question(person, agreement, action);
        return AccessPolicy.decide(question, facts.load(question, act.now()));
    }
}
