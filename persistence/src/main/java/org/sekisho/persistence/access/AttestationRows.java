package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.environment.EnvironmentAttestation;
import org.sekisho.domain.agreement.environment.EnvironmentAttestations;
import org.sekisho.persistence.shared.Entities;

/** Attestations of environments as rows. */
@ApplicationScoped
public class AttestationRows implements EnvironmentAttestations {

    @Inject
    private Entities entities;

    @Override
    public Optional<EnvironmentAttestation> find(UUID id) {
        return entities.find(EnvironmentAttestation.class, id);
    }

    @Override
    public void add(EnvironmentAttestation attestation) {
        entities.add(attestation);
    }
}
