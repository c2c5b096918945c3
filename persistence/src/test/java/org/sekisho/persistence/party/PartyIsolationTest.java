package org.sekisho.persistence.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.hash.Sha256;

/** Who sees and changes whose account, when a query has no filter at all. */
class PartyIsolationTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String MOMENT = "2026-06-01T03:00:00Z";
    private static final UUID AOBA = UUID.randomUUID();
    private static final UUID HINODE = UUID.randomUUID();
    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID AOBA_ADMINISTRATOR = UUID.randomUUID();
    private static final UUID AOBA_ANALYST = UUID.randomUUID();
    private static final UUID HINODE_ADMINISTRATOR = UUID.randomUUID();
    private static final UUID HINODE_ANALYST = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID ADMINISTRATOR = UUID.randomUUID();
    /** Of Aoba, with Hinode as the host until yesterday and a role there that outlived it. */
    private static final UUID RETURNED = UUID.randomUUID();
    /** Of Aoba, with Hinode as the host. */
    private static final UUID SECONDEE = UUID.randomUUID();

    @BeforeAll
    static void peopleOfTwoBanks() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            owner.setAutoCommit(false);
            for (UUID each : List.of(AOBA, HINODE, OFFICE)) {
                run(
                        owner,
                        "insert into organisation values (?, 1, ?, 'n', 'n', 'INSTITUTION', 'ACTIVE', ?::timestamptz)",
                        each,
                        "p" + each.toString().substring(0, 8),
                        MOMENT);
            }
            person(owner, AOBA_ADMINISTRATOR, AOBA, "ORGANISATION_ADMINISTRATOR");
            person(owner, AOBA_ANALYST, AOBA, "ANALYST");
            person(owner, HINODE_ADMINISTRATOR, HINODE, "ORGANISATION_ADMINISTRATOR");
            person(owner, HINODE_ANALYST, HINODE, "ANALYST");
            person(owner, COORDINATOR, OFFICE, "COORDINATOR");
            person(owner, ADMINISTRATOR, OFFICE, "ADMINISTRATOR");
            person(owner, RETURNED, AOBA, "ANALYST");
            person(owner, SECONDEE, AOBA, "ANALYST");
            affiliation(owner, RETURNED, HINODE, "HOST", "2026-05-31");
            affiliation(owner, SECONDEE, HINODE, "HOST", "2026-12-31");
            role(owner, SECONDEE, HINODE, "CHAIR", "REQUESTED");
            for (UUID each : List.of(AOBA_ANALYST, HINODE_ANALYST)) {
                run(owner, "insert into second_factor_secret values (?, '\\x00')", each);
                run(
                        owner,
                        """
                        insert into people_import (id, version, person_id, file_name, reason, state, total, created, updated, unchanged,
                                                   rejected, checked_at)
                        values (?, 1, ?, 'f', 'r', 'CHECKED', 0, 0, 0, 0, 0, ?::timestamptz)
                        """,
                        UUID.randomUUID(),
                        each,
                        MOMENT);
            }
            for (String state : List.of("WAITING", "GIVEN_UP")) {
                run(
                        owner,
                        """
                        insert into mail (id, person_id, kind, path, state, attempts, next_attempt_at, created_at)
                        values (?, ?, 'ACCOUNT_CHANGED', '/account', ?, 12, ?::timestamptz, ?::timestamptz)
                        """,
                        UUID.randomUUID(),
                        AOBA_ANALYST,
                        state,
                        MOMENT,
                        MOMENT);
            }
            owner.commit();
        }
    }

    @Test
    void theInstallationsAdministratorAloneSeesMailsAndTriesAnewWhatWasGivenUp() throws SQLException {
        String mails = " from mail where person_id = '" + AOBA_ANALYST + "'";
        assertEquals(2, ids(ADMINISTRATOR, "select id" + mails).size());
        assertEquals(List.of(), ids(COORDINATOR, "select id" + mails));
        assertEquals(List.of(), ids(AOBA_ANALYST, "select id" + mails));
        String anew = "update mail set state = 'WAITING', attempts = 0 where person_id = '" + AOBA_ANALYST + "'";
        assertEquals(0, change(AOBA_ADMINISTRATOR, anew));
        assertEquals(1, change(ADMINISTRATOR, anew));
    }

    @Test
    void anAdministratorSeesTheOrganisationsOwnPeopleAndItsSecondees() throws SQLException {
        assertSees(AOBA_ADMINISTRATOR, "select id from person", AOBA_ADMINISTRATOR, AOBA_ANALYST, RETURNED, SECONDEE);
        assertSees(HINODE_ADMINISTRATOR, "select id from person", HINODE_ADMINISTRATOR, HINODE_ANALYST, SECONDEE);
    }

    @Test
    void whoHasLeftAnOrganisationIsSeenThereNoMore() throws SQLException {
        assertFalse(ids(HINODE_ADMINISTRATOR, "select id from person").contains(RETURNED));
    }

    @Test
    void aHostSeesTheSecondeesRolesThereAndNotAtHome() throws SQLException {
        assertSees(
                HINODE_ADMINISTRATOR,
                "select organisation_id from role_assignment where person_id = '" + SECONDEE + "'",
                HINODE);
        assertEquals(
                2,
                ids(AOBA_ADMINISTRATOR, "select id from role_assignment where person_id = '" + SECONDEE + "'")
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential", "login_session", "second_factor_secret"})
    void anotherBanksAdministratorSeesNothingOfAnAccount(String table) throws SQLException {
        String rows = "select person_id from " + table + " where person_id = '" + AOBA_ANALYST + "'";
        assertEquals(List.of(), ids(HINODE_ADMINISTRATOR, rows));
        assertEquals(List.of(AOBA_ANALYST), ids(AOBA_ADMINISTRATOR, rows));
    }

    @Test
    void anAnalystSeesOnlyTheirOwnSignIns() throws SQLException {
        assertSees(AOBA_ANALYST, "select person_id from login_session", AOBA_ANALYST);
        assertSees(AOBA_ANALYST, "select person_id from credential", AOBA_ANALYST);
    }

    @Test
    void theCoordinatorSeesWhomARoleIsAskedForAndNobodyElse() throws SQLException {
        List<UUID> seen = ids(COORDINATOR, "select id from person");
        assertTrue(seen.contains(SECONDEE));
        assertFalse(seen.contains(AOBA_ANALYST));
        assertFalse(seen.contains(HINODE_ADMINISTRATOR));
    }

    @Test
    void nobodyReadsTheOutboxOfMailsOrSomebodyElsesImports() throws SQLException {
        assertEquals(List.of(), ids(AOBA_ADMINISTRATOR, "select id from mail"));
        assertEquals(List.of(), ids(AOBA_ADMINISTRATOR, "select id from people_import"));
        assertSees(AOBA_ANALYST, "select person_id from people_import", AOBA_ANALYST);
    }

    @Test
    void anAdministratorChangesNobodyOfAnotherBank() throws SQLException {
        assertEquals(0, change(HINODE_ADMINISTRATOR, "update person set name_en = 'x' where id = '" + SECONDEE + "'"));
        assertEquals(
                0, change(HINODE_ADMINISTRATOR, "update person set name_en = 'x' where id = '" + AOBA_ANALYST + "'"));
        assertEquals(1, change(AOBA_ADMINISTRATOR, "update person set name_en = 'x' where id = '" + SECONDEE + "'"));
        assertEquals(
                0,
                change(
                        HINODE_ADMINISTRATOR,
                        "delete from second_factor_secret where person_id = '" + AOBA_ANALYST + "'"));
        assertEquals(
                1,
                change(
                        AOBA_ADMINISTRATOR,
                        "delete from second_factor_secret where person_id = '" + AOBA_ANALYST + "'"));
    }

    @Test
    void mailDomainsAreWrittenByTheirOwnOrganisationOnly() {
        String insert = "insert into organisation_mail_domain values ('" + AOBA + "', 'evil.example')";
        SQLException refused = assertThrows(SQLException.class, () -> change(HINODE_ADMINISTRATOR, insert));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void onePersonHasOneHomeAtTheEndOfATransaction() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            owner.setAutoCommit(false);
            affiliation(owner, AOBA_ANALYST, HINODE, "HOME", null);
            SQLException refused = assertThrows(SQLException.class, owner::commit);
            assertEquals("23P01", refused.getSQLState());
        }
    }

    private static void assertSees(UUID who, String query, UUID... expected) throws SQLException {
        assertEquals(
                List.of(expected).stream().sorted().toList(),
                ids(who, query).stream().distinct().sorted().toList());
    }

    private static List<UUID> ids(UUID who, String query) throws SQLException {
        try (Connection connection = entered(who);
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** Changes rows and takes it back. */
    private static int change(UUID who, String statement) throws SQLException {
        try (Connection connection = entered(who);
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            int changed = prepared.executeUpdate();
            connection.rollback();
            return changed;
        }
    }

    private static Connection entered(UUID who) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement enter = connection.prepareStatement("select person_id from enter(?, ?::timestamptz)")) {
            enter.setBytes(1, hash(who));
            enter.setString(2, MOMENT);
            try (ResultSet row = enter.executeQuery()) {
                assertTrue(row.next(), "The session opens nothing");
            }
        }
        return connection;
    }

    private static void person(Connection owner, UUID id, UUID home, String role) throws SQLException {
        run(
                owner,
                """
                insert into person values (?, 1, ?, 'n', 'n', 'EN', ?, 'ACTIVE', '', 'x', ?::timestamptz, ?::timestamptz)
                """,
                id,
                id + "@p.example",
                home,
                MOMENT,
                MOMENT);
        run(
                owner,
                "insert into credential (person_id, version, must_change_password, failed_attempts,"
                        + " second_factor_last_step) values (?, 1, false, 0, -1)",
                id);
        affiliation(owner, id, home, "HOME", null);
        role(owner, id, home, role, "IN_EFFECT");
        run(
                owner,
                """
                insert into login_session values (?, 1, ?, ?, ?, 'API', true, '', '', ?::timestamptz, '2026-06-01T12:00:00Z', ?::timestamptz,
                                                  null, null)
                """,
                UUID.randomUUID(),
                hash(id),
                id,
                home,
                MOMENT,
                MOMENT);
    }

    private static void affiliation(
            Connection owner, UUID person, UUID organisation, String kind, @Nullable String lastDay)
            throws SQLException {
        run(
                owner,
                "insert into affiliation values (?, ?, ?, ?, '2026-05-01', ?::date)",
                UUID.randomUUID(),
                person,
                organisation,
                kind,
                lastDay);
    }

    private static void role(Connection owner, UUID person, UUID organisation, String role, String state)
            throws SQLException {
        boolean inEffect = "IN_EFFECT".equals(state);
        run(
                owner,
                """
                insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                    requested_by_own_administrator, requested_at, effective_at, closed_reason)
                values (?, 1, ?, ?, ?, ?, true, '', false, ?::timestamptz, ?::timestamptz, '')
                """,
                UUID.randomUUID(),
                person,
                role,
                organisation,
                state,
                MOMENT,
                inEffect ? MOMENT : null);
    }

    private static byte[] hash(UUID person) {
        return Sha256.digest(person.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
