package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.phase.AgreementPhase;
import org.sekisho.domain.agreement.phase.EvaluationState;
import org.sekisho.domain.agreement.phase.PhaseEvaluation;
import org.sekisho.domain.agreement.phase.Phases;
import org.sekisho.persistence.shared.Entities;

/** Phases and evaluations as rows. */
@ApplicationScoped
public class PhaseRows implements Phases {

    @Inject
    private Entities entities;

    @Override
    public Optional<AgreementPhase> present(UUID agreement) {
        return only(entities.listLocked(
                AgreementPhase.class,
                "select p from AgreementPhase p where p.agreement = :agreement and p.endedAt is null",
                Map.of("agreement", agreement)));
    }

    @Override
    public void add(AgreementPhase phase) {
        entities.add(phase);
    }

    @Override
    public Optional<PhaseEvaluation> findEvaluation(UUID id) {
        return only(entities.listLocked(
                PhaseEvaluation.class, "select e from PhaseEvaluation e where e.id = :id", Map.of("id", id)));
    }

    @Override
    public Optional<PhaseEvaluation> openEvaluation(UUID agreement) {
        return entities.first(
                PhaseEvaluation.class,
                "select e from PhaseEvaluation e where e.agreement = :agreement and e.state = :state",
                Map.of("agreement", agreement, "state", EvaluationState.OPEN));
    }

    @Override
    public void store(PhaseEvaluation evaluation) {
        entities.add(evaluation);
    }

    private static <E> Optional<E> only(List<E> rows) {
        return rows.stream().findFirst();
    }
}
