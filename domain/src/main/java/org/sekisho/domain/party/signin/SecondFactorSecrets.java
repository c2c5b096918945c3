package org.sekisho.domain.party.signin;

import java.util.Optional;
import java.util.UUID;

/** The secrets of second factors, sealed by the vault. */
public interface SecondFactorSecrets {

    Optional<byte[]> find(UUID person);

    /** Keeps a sealed secret in place of the one before. */
    void keep(UUID person, byte[] sealed);

    void erase(UUID person);
}
