package org.sekisho.domain.agreement.environment;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The attestations that the asker may see. */
public interface EnvironmentAttestations {

    Optional<EnvironmentAttestation> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default EnvironmentAttestation require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    void add(EnvironmentAttestation attestation);
}
