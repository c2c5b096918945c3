package org.sekisho.ejb.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PlaybooksClause;
import org.sekisho.domain.agreement.phase.AgreementPhase;
import org.sekisho.domain.agreement.phase.CriterionSource;
import org.sekisho.domain.agreement.phase.EvaluationView;
import org.sekisho.domain.agreement.phase.PhaseCriterion;
import org.sekisho.domain.agreement.phase.PhaseDirectory;
import org.sekisho.domain.agreement.phase.PhaseError;
import org.sekisho.domain.agreement.phase.PhaseEvaluation;
import org.sekisho.domain.agreement.phase.PhaseMeasure;
import org.sekisho.domain.agreement.phase.PhaseMeter;
import org.sekisho.domain.agreement.phase.PhaseRow;
import org.sekisho.domain.agreement.phase.Phases;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The phases of an agreement: evaluated, voted on, opened, and stepped back from. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class PhaseService {

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private GoverningTerms terms;

    @Inject
    private Phases phases;

    @Inject
    private PhaseDirectory directory;

    @Inject
    private PhaseMeter meter;

    /**
     * Opens an evaluation of the present phase.
     *
     * @return its id
     * @throws Refusal with a {@link PhaseError}, or {@link SharedError#NOT_FOUND}
     */
    @Permission("phase:evaluate")
    public UUID openEvaluation(@About("agreement") UUID agreement) {
        AgreementFacts facts = terms.require(agreement);
        AgreementPhase present = phases.requirePresent(agreement);
        PhaseClause clause = GoverningTerms.clause(facts, PhaseClause.class)
                .orElseThrow(() -> Refusal.of(PhaseError.NO_NEXT_PHASE, "phase", present.phase()));
        PhaseEvaluation evaluation = new PhaseEvaluation(
                act.actor(), agreement, GoverningTerms.parties(facts), present.phase(), clause, act.now());
        phases.add(evaluation);
        act.happened(evaluation.opened());
        measure(evaluation, facts, present);
        return evaluation.id();
    }

    /** Measures anew what the system counts itself. Votes on other values count no more. */
    @Permission("phase:evaluate")
    public void measure(@About("evaluation") UUID id) {
        PhaseEvaluation evaluation = phases.requireEvaluation(id);
        measure(evaluation, terms.require(evaluation.agreement()), phases.requirePresent(evaluation.agreement()));
    }

    /** A party states a value, with a reference to its evidence. */
    @Permission("phase:vote")
    public void state(@About("evaluation") UUID id, String criterion, long value, String evidence) {
        stateValue(id, criterion, value, evidence);
    }

    /** The coordinator states a value, with a reference to its evidence. */
    @Permission("phase:evaluate")
    public void recordValue(@About("evaluation") UUID id, String criterion, long value, String evidence) {
        stateValue(id, criterion, value, evidence);
    }

    /** An authority's reviewer assesses systemic risk. */
    @Permission("phase:assess")
    public void assess(@About("evaluation") UUID id, boolean acceptable, String document) {
        act.happened(phases.requireEvaluation(id).assess(act.actor(), acceptable, document, act.now()));
    }

    /**
     * A party agrees to open the next phase.
     *
     * @param readHash the hash of the values that the voter saw
     */
    @Permission("phase:vote")
    public void agree(@About("evaluation") UUID id, String readHash, String reason) {
        act.happened(phases.requireEvaluation(id).agree(act.actor(), readHash, reason, act.now()));
    }

    /** A party declines, with a reason, which closes the evaluation. */
    @Permission("phase:vote")
    public void decline(@About("evaluation") UUID id, String reason) {
        act.happened(phases.requireEvaluation(id).decline(act.actor(), reason, act.now()));
    }

    /** The coordinator calls an evaluation off, with a reason. */
    @Permission("phase:evaluate")
    public void withdraw(@About("evaluation") UUID id, String reason) {
        act.happened(phases.requireEvaluation(id).withdraw(act.actor(), reason, act.now()));
    }

    /** Opens the next phase by an agreed evaluation. */
    @Permission("phase:evaluate")
    public void openNext(@About("evaluation") UUID id) {
        PhaseEvaluation evaluation = phases.requireEvaluation(id);
        AgreementPhase next = evaluation.openNext(phases.requirePresent(evaluation.agreement()), act.now());
        phases.add(next);
        act.happened(next.began());
    }

    /** Goes back to an earlier phase, with a reason. One person is enough. */
    @Permission("phase:step-back")
    public void stepBack(@About("agreement") UUID agreement, Phase earlier, String reason) {
        AgreementFacts facts = terms.require(agreement);
        AgreementPhase back = phases.requirePresent(agreement)
                .stepBack(act.actor(), earlier, reason, GoverningTerms.parties(facts), act.now());
        phases.add(back);
        act.happened(back.began());
    }

    /** The agreement's phases, the newest first. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<PhaseRow> phases(@About("agreement") UUID agreement, Optional<Phase> phase, PageRequest page) {
        agreements.require(agreement);
        return directory.history(agreement, phase, page);
    }

    /** The agreement's evaluations with their values and votes, the newest first. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public List<EvaluationView> evaluations(@About("agreement") UUID agreement) {
        agreements.require(agreement);
        return directory.evaluations(agreement);
    }

    private void measure(PhaseEvaluation evaluation, AgreementFacts facts, AgreementPhase present) {
        PhaseMeter.Measured what = new PhaseMeter.Measured(
                evaluation.agreement(),
                present.beganAt(),
                act.now(),
                GoverningTerms.clause(facts, PeopleClause.class),
                GoverningTerms.clause(facts, PlaybooksClause.class));
        for (PhaseCriterion criterion : evaluation.criteria()) {
            if (criterion.source() == CriterionSource.MEASURED) {
                PhaseMeasure.of(criterion.code()).map(measure -> meter.measure(measure, what)).stream()
                        .flatMapToLong(OptionalLong::stream)
                        .forEach(value ->
                                act.happened(evaluation.measure(act.actor(), criterion.code(), value, act.now())));
            }
        }
    }

    private void stateValue(UUID id, String criterion, long value, String evidence) {
        act.happened(phases.requireEvaluation(id).state(act.actor(), criterion, value, evidence, act.now()));
    }
}
