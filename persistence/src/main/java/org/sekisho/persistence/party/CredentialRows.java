package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.persistence.shared.Entities;

/** Credentials as rows. */
@ApplicationScoped
public class CredentialRows implements Credentials {

    @Inject
    private Entities entities;

    @Override
    public Optional<Credential> find(UUID person) {
        return entities.find(Credential.class, person);
    }

    @Override
    public Credential requireLocked(UUID person) {
        return entities.requireLocked(Credential.class, person);
    }

    @Override
    public void add(Credential credential) {
        entities.add(credential);
    }
}
