package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.certificate.CertificateTurn;
import org.sekisho.domain.assurance.certificate.Certificates;
import org.sekisho.persistence.shared.Entities;

/** Turns of certificates as rows. */
@ApplicationScoped
public class CertificateRows implements Certificates {

    @Inject
    private Entities entities;

    @Override
    public Optional<CertificateTurn> find(UUID id) {
        return entities.find(CertificateTurn.class, id);
    }

    @Override
    public Optional<CertificateTurn> latest(UUID engagement) {
        return entities
                .list(
                        CertificateTurn.class,
                        """
                        select c from CertificateTurn c
                        where c.engagement = :engagement
                          and c.number = (select max(o.number) from CertificateTurn o where o.engagement = :engagement)
                        """,
                        Map.of("engagement", engagement))
                .stream()
                .findFirst();
    }

    @Override
    public void add(CertificateTurn turn) {
        entities.add(turn);
    }
}
