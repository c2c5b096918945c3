package org.sekisho.domain.assurance.engagement;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Keeps the requests of auditors. */
public interface AuditRequests {

    Optional<AuditRequest> find(UUID id);

    /** @throws Refusal {@code shared.not-found} */
    default AuditRequest require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The next free number in the engagement, from 1; two that ask at once get different ones, or one of them is refused. */
    int nextNumber(UUID engagement);

    void add(AuditRequest request);
}
