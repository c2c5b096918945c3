package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.grant.AccessGrant;
import org.sekisho.domain.agreement.grant.AccessGrants;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Grants as rows. */
@ApplicationScoped
public class GrantRows implements AccessGrants {

    private static final List<GrantState> OPEN = List.of(GrantState.REQUESTED, GrantState.APPROVED, GrantState.ACTIVE);

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<AccessGrant> find(UUID id) {
        return entities.find(AccessGrant.class, id);
    }

    @Override
    public List<AccessGrant> openOf(UUID agreement, UUID person, Role role) {
        // Rows that aren't there yet can't be locked: of two first requests at the same instant, the second waits here.
        sql.lock("grant " + agreement + " " + person + " " + role);
        return entities.listLocked(
                AccessGrant.class,
                """
                select g from AccessGrant g
                where g.agreement = :agreement and g.person = :person and g.role = :role and g.state in :open
                """,
                Map.of("agreement", agreement, "person", person, "role", role, "open", OPEN));
    }

    @Override
    public void lockTeam(UUID agreement) {
        sql.lock("team " + agreement);
    }

    @Override
    public List<AccessGrant> over(LocalDate today, int limit) {
        List<UUID> ids = sql.query(
                        """
                        select id from access_grant
                        where state in ('REQUESTED', 'APPROVED', 'ACTIVE') and last_day < :today order by last_day, id
                        """)
                .with("today", today)
                .and("limit " + limit)
                .list(row -> row.id(0));
        return ids.isEmpty()
                ? List.of()
                : entities.list(
                        AccessGrant.class, "select g from AccessGrant g where g.id in :ids", Map.of("ids", ids));
    }

    @Override
    public void store(AccessGrant grant) {
        entities.add(grant);
    }
}
