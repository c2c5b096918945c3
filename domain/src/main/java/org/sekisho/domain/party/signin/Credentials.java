package org.sekisho.domain.party.signin;

import java.util.Optional;
import java.util.UUID;

/** The credentials of the people whom the actor may see. */
public interface Credentials {

    Optional<Credential> find(UUID person);

    /** The credential, locked until the transaction ends, so that two attempts at once count as two and one code is used once. */
    Credential requireLocked(UUID person);

    void add(Credential credential);
}
