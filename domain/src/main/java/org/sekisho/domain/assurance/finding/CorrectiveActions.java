package org.sekisho.domain.assurance.finding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Keeps corrective actions. */
public interface CorrectiveActions {

    Optional<CorrectiveAction> find(UUID id);

    /** @throws Refusal {@code shared.not-found} */
    default CorrectiveAction require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Those of one finding, by number. */
    List<CorrectiveAction> ofFinding(UUID finding);

    /** The next free number in the engagement, from 1; two that ask at once get different ones, or one of them is refused. */
    int nextNumber(UUID engagement);

    void add(CorrectiveAction action);
}
