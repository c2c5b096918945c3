package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.party.signin.OneTimeLink;
import org.sekisho.domain.party.signin.OneTimeLinks;
import org.sekisho.persistence.shared.Entities;

/** One-time links as rows. */
@ApplicationScoped
public class OneTimeLinkRows implements OneTimeLinks {

    @Inject
    private Entities entities;

    @Override
    public Optional<OneTimeLink> findByTokenHash(byte[] tokenHash) {
        return entities
                .listLocked(
                        OneTimeLink.class,
                        "select l from OneTimeLink l where l.tokenHash = :hash",
                        Map.of("hash", tokenHash))
                .stream()
                .findFirst();
    }

    @Override
    public List<OneTimeLink> openOf(UUID person) {
        return entities.list(
                OneTimeLink.class,
                "select l from OneTimeLink l where l.person = :person and l.usedAt is null and l.replacedAt is null",
                Map.of("person", person));
    }

    @Override
    public List<OneTimeLink> openFor(LinkPurpose purpose) {
        return entities.list(
                OneTimeLink.class,
                "select l from OneTimeLink l where l.purpose = :purpose and l.usedAt is null and l.replacedAt is null",
                Map.of("purpose", purpose));
    }

    @Override
    public void add(OneTimeLink link) {
        entities.add(link);
    }
}
