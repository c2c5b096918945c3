package org.sekisho.domain.agreement;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Versions of agreements for reading; whoever changes one goes through {@link Agreements#requireLocked}. */
public interface AgreementVersions {

    Optional<AgreementVersion> find(UUID agreement, int number);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default AgreementVersion require(UUID agreement, int number) {
        return find(agreement, number).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The version that governs, or governed last. */
    Optional<AgreementVersion> governing(UUID agreement);
}
