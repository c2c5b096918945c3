package org.sekisho.persistence.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Rows of organisations and people that the tests of reports start from. */
final class Rows {

    /** Whoever holds none of these has left the work of a review. */
    private static final Set<Role> REVIEWING =
            Set.of(Role.SECURITY_REVIEWER, Role.CISO, Role.AUTHORITY_REVIEWER, Role.SIGNATORY);

    private Rows() {}

    static void insert(Connection owner, Actor actor) throws SQLException {
        UUID id = actor.requirePerson();
        UUID home = actor.organisation().orElseThrow();
        run(
                owner,
                """
                insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason,
                                    state_changed_by, state_changed_at, created_at)
                values (?, 0, ?, 'n', 'n', 'EN', ?, 'ACTIVE', '', 'x', timestamptz '2026-05-01 00:00Z', timestamptz '2026-05-01 00:00Z')
                """,
                id,
                id + "@bank.example",
                home);
        run(
                owner,
                "insert into affiliation (id, person_id, organisation_id, kind, first_day) values (?, ?, ?, 'HOME', date '2026-05-01')",
                UUID.randomUUID(),
                id,
                home);
        for (Role role : actor.roles()) {
            if (REVIEWING.contains(role)) {
                run(
                        owner,
                        """
                        insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                                                     requested_by_own_administrator, requested_at, effective_at, closed_reason)
                        values (?, 0, ?, ?, ?, 'IN_EFFECT', true, 'Test', false, timestamptz '2026-05-01 00:00Z',
                                timestamptz '2026-05-01 00:00Z', '')
                        """,
                        UUID.randomUUID(),
                        id,
                        role.name(),
                        home);
            }
        }
    }

    static void organisation(Connection owner, UUID id, OrganisationKind kind) throws SQLException {
        run(
                owner,
                """
                insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at)
                values (?, 0, ?, 'n', 'n', ?, 'ACTIVE', timestamptz '2026-05-01 00:00Z')
                """,
                id,
                "o" + id.toString().substring(0, 8),
                kind.name());
    }

    /** For the whole of the year in which tests take place. */
    static void designate(Connection owner, UUID unit) throws SQLException {
        run(
                owner,
                """
                insert into designation (id, version, organisation_id, document, first_day, last_day, recorded_by, recorded_at)
                values (?, 0, ?, 'Test', date '2026-05-01', date '2027-04-30', 'x', timestamptz '2026-05-01 00:00Z')
                """,
                UUID.randomUUID(),
                unit);
    }

    static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    static long count(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
