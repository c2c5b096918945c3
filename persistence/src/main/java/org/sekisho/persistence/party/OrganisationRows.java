package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Organisations as rows. */
@ApplicationScoped
public class OrganisationRows implements Organisations {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Optional<Organisation> find(UUID id) {
        return entities.find(Organisation.class, id);
    }

    @Override
    public Organisation require(UUID id) {
        return entities.require(Organisation.class, id);
    }

    @Override
    public Optional<Organisation> findByShortName(String shortName) {
        return entities.first(
                Organisation.class,
                "select o from Organisation o where o.shortName = :shortName",
                Map.of("shortName", shortName));
    }

    @Override
    public Optional<UUID> ownerOf(MailDomain domain) {
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> sql.query(
                        "select organisation_id from organisation_mail_domain where domain = :domain")
                .with("domain", domain.name())
                .first(row -> row.id(0)));
    }

    @Override
    public boolean usesMailDomain(UUID organisation, MailDomain domain) {
        return sql.query(
                        """
                        select 1 from person
                        where home_organisation_id = :organisation and split_part(email, '@', 2) = :domain
                        limit 1
                        """)
                .with("organisation", organisation)
                .with("domain", domain.name())
                .first(row -> true)
                .isPresent();
    }

    @Override
    public Optional<Organisation> secretariat() {
        return entities.first(
                Organisation.class,
                "select o from Organisation o where o.kind = :kind",
                Map.of("kind", OrganisationKind.SECRETARIAT));
    }

    /** Written at once: people and keys refer to the row. */
    @Override
    public void add(Organisation organisation) {
        if (findByShortName(organisation.shortName()).isPresent()) {
            throw Refusal.of(PartyError.SHORT_NAME_TAKEN, "shortName", organisation.shortName());
        }
        if (organisation.kind() == OrganisationKind.SECRETARIAT && secretariat().isPresent()) {
            throw new Refusal(PartyError.ONE_SECRETARIAT);
        }
        entities.add(organisation);
        entities.flush();
    }
}
