package org.sekisho.domain.assurance.certificate;

import java.util.Optional;
import java.util.UUID;

/** Keeps the turns of certificates. */
public interface Certificates {

    Optional<CertificateTurn> find(UUID id);

    /** The turn that holds; empty where no certificate was ever given. */
    Optional<CertificateTurn> latest(UUID engagement);

    void add(CertificateTurn turn);
}
