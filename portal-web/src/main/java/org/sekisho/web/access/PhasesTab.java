package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.phase.CriterionSource;
import org.sekisho.domain.agreement.phase.EvaluationState;
import org.sekisho.domain.agreement.phase.EvaluationView;
import org.sekisho.domain.agreement.phase.PhaseMeasure;
import org.sekisho.ejb.access.PhaseService;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The phases of an agreement: which it is in, what it went through, and the evaluation that opens the next. */
@Named
@RequestScoped
public class PhasesTab {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private PhaseService phases;

    @Inject
    private AgreementWords words;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    private @Nullable List<EvaluationView> evaluations;
    private @Nullable List<PhaseClause.Criterion> criteria;

    public List<EvaluationView> getEvaluations() {
        if (evaluations == null) {
            evaluations = phases.evaluations(page.getId());
        }
        return evaluations;
    }

    /** The name of a criterion as the clause gives it; its code where the clause knows it no more. */
    public String criterion(String code) {
        if (code.equals(PhaseClause.SYSTEMIC_RISK)) {
            return say.text("criterion.systemic-risk", Map.of());
        }
        return found(code).map(each -> words.in(each.name())).orElse(code);
    }

    private Optional<PhaseClause.Criterion> found(String code) {
        if (criteria == null) {
            criteria = agreements.clauses(page.getId()).stream()
                    .filter(PhaseClause.class::isInstance)
                    .flatMap(clause -> ((PhaseClause) clause).phases().stream())
                    .flatMap(rule -> rule.criteria().stream())
                    .toList();
        }
        return criteria.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public String party(UUID organisation) {
        return words.party(page.getRow().parties(), organisation);
    }

    public boolean isOpen(EvaluationView evaluation) {
        return evaluation.state() == EvaluationState.OPEN;
    }

    public boolean isAgreed(EvaluationView evaluation) {
        return evaluation.state() == EvaluationState.AGREED;
    }

    /** The unit that a criterion counts in, where the clause still knows it. */
    public String unit(String code) {
        return found(code).map(each -> words.in(each.unit())).orElse("");
    }

    /** Whether the portal has the records to measure this. */
    public boolean isMeasurable(String code) {
        return PhaseMeasure.of(code).isPresent();
    }

    /** Whether the system counts anything for this evaluation itself. */
    public boolean isAnyMeasured(EvaluationView evaluation) {
        return evaluation.criteria().stream()
                .anyMatch(each -> each.source() == CriterionSource.MEASURED && isMeasurable(each.code()));
    }

    /** Whether the person may give this criterion its value. */
    public boolean isMineToRecord(EvaluationView evaluation, EvaluationView.Criterion criterion) {
        return isOpen(evaluation)
                && switch (criterion.source()) {
                    case MEASURED -> false;
                    case STATED -> page.isCoordinator() || (me.can("phase:vote") && page.isParty());
                    case ASSESSED -> me.can("phase:assess");
                };
    }

    /** Whether every criterion has a value that is enough: before that nobody can agree. */
    public boolean isMet(EvaluationView evaluation) {
        return evaluation.criteria().stream().allMatch(EvaluationView.Criterion::met);
    }

    /** Whether the person's organisation still has to vote. */
    public boolean isMineToVote(EvaluationView evaluation) {
        return isOpen(evaluation)
                && me.can("phase:vote")
                && evaluation.waitingFor().contains(me.getAccount().organisation());
    }

    public boolean isOpeningOffered() {
        boolean running = getEvaluations().stream().anyMatch(each -> isOpen(each) || isAgreed(each));
        return page.isGoverned()
                && page.isCoordinator()
                && me.can("phase:evaluate")
                && !running
                && page.getRow().phase().flatMap(Phase::next).isPresent();
    }

    public boolean isStepBackOffered() {
        return page.isGoverned()
                && me.can("phase:step-back")
                && page.getRow().phase().filter(phase -> phase != Phase.PILOT).isPresent();
    }

    public void open() {
        phases.openEvaluation(page.getId());
        back("phases.opened");
    }

    public void measure(UUID evaluation) {
        phases.measure(evaluation);
        back("phases.measured");
    }

    public void openNext(UUID evaluation) {
        phases.openNext(evaluation);
        back("phases.next-opened");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/agreement?id=" + page.getId() + "&tab=phases");
    }
}
