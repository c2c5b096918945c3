package org.sekisho.domain.agreement.phase;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The phases and evaluations that the asker may see. */
public interface Phases {

    /** The phase that the agreement is in, locked until the transaction ends; empty before it first governed. */
    Optional<AgreementPhase> present(UUID agreement);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default AgreementPhase requirePresent(UUID agreement) {
        return present(agreement).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    void add(AgreementPhase phase);

    /** An evaluation, locked until the transaction ends, so that two last votes don't miss each other. */
    Optional<PhaseEvaluation> findEvaluation(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default PhaseEvaluation requireEvaluation(UUID id) {
        return findEvaluation(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The evaluation of this agreement that is open. */
    Optional<PhaseEvaluation> openEvaluation(UUID agreement);

    /**
     * Adds a new evaluation.
     *
     * @throws Refusal with {@link PhaseError#EVALUATION_OPEN} if the agreement has an open one
     */
    default void add(PhaseEvaluation evaluation) {
        if (openEvaluation(evaluation.agreement()).isPresent()) {
            throw new Refusal(PhaseError.EVALUATION_OPEN);
        }
        store(evaluation);
    }

    /** Stores a new evaluation; {@link #add(PhaseEvaluation)} is what callers use. */
    void store(PhaseEvaluation evaluation);
}
