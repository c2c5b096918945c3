package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.SigningAuthorities;
import org.sekisho.domain.agreement.SigningAuthority;
import org.sekisho.persistence.shared.Entities;

/** Authorities to sign as rows. */
@ApplicationScoped
public class SigningAuthorityRows implements SigningAuthorities {

    @Inject
    private Entities entities;

    @Override
    public Optional<SigningAuthority> find(UUID id) {
        return entities.find(SigningAuthority.class, id);
    }

    @Override
    public List<SigningAuthority> current(UUID organisation, UUID person, LocalDate today) {
        return entities.list(
                SigningAuthority.class,
                """
                select a from SigningAuthority a
                where a.organisation = :organisation and a.person = :person and a.revokedAt is null and a.validUntil >= :today
                order by a.validUntil desc, a.id
                """,
                Map.of("organisation", organisation, "person", person, "today", today));
    }

    @Override
    public void add(SigningAuthority authority) {
        entities.add(authority);
    }
}
