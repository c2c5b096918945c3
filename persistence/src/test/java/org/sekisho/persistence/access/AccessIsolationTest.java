package org.sekisho.persistence.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.persistence.shared.TestDatabase;

/** Whose rows of access somebody sees, with queries that filter nothing. */
class AccessIsolationTest {

    private static final TestDatabase DATABASE = TestDatabase.get();

    private static final List<String> OWN =
            List.of("access_grant", "grant_step", "training_record", "playbook", "playbook_exercise");
    private static final List<String> SHARED =
            List.of("environment_attestation", "agreement_phase", "phase_evaluation", "phase_vote", "usage_meter");

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID FREEZE = UUID.randomUUID();

    @BeforeAll
    static void aBankWithEverything() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            organisation(owner, BANK, "INSTITUTION");
            organisation(owner, RIVAL, "INSTITUTION");
            organisation(owner, PROVIDER, "MODEL_PROVIDER");
            organisation(owner, UNIT, "AUTHORITY");
            person(owner, ANALYST, BANK);
            person(owner, OTHER, BANK);
            person(owner, STRANGER, RIVAL);
            run(
                    owner,
                    """
                    insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                    values (?, 0, ?, 'T', 'T', 'IN_FORCE', ?, timestamptz '2026-05-01 00:00Z', '')
                    """,
                    AGREEMENT,
                    TestDatabase.agreementNumber(),
                    OTHER);
            access(owner);
            phases(owner);
            playbooks(owner);
            freeze(owner, FREEZE, ANALYST, OTHER, BANK, "2026-06-01 00:00Z");
        }
    }

    private static void freeze(Connection owner, UUID id, UUID whom, UUID by, UUID of, String at) throws SQLException {
        run(
                owner,
                """
                insert into access_freeze (id, version, scope, target_id, reason, state, frozen_by_person_id, frozen_by_organisation_id, frozen_at)
                values (?, 0, 'PERSON', ?, 'r', 'STANDING', ?, ?, cast(? as timestamptz))
                """,
                id,
                whom,
                by,
                of,
                at);
    }

    @Test
    void aRivalBankSeesNothing() throws SQLException {
        Map<String, Long> seen = seen(STRANGER, RIVAL, "", "");
        seen.forEach((table, rows) -> assertEquals(0, rows, table));
    }

    @Test
    void withoutAnActorNothingIsSeen() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            for (String table : OWN) {
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @Test
    void theBankSeesItsOwn() throws SQLException {
        Map<String, Long> seen = seen(OTHER, BANK, "{" + AGREEMENT + "}", "");
        seen.forEach((table, rows) -> assertEquals(1, rows, table));
    }

    @Test
    void theProviderSeesTheAgreementsSharedRowsButNobodysGrantsOrTraining() throws SQLException {
        Map<String, Long> seen = seen(UUID.randomUUID(), PROVIDER, "{" + AGREEMENT + "}", "");
        OWN.forEach(table -> assertEquals(0, seen.get(table), table));
        SHARED.forEach(table -> assertEquals(1, seen.get(table), table));
        assertEquals(0, seen.get("access_freeze"));
    }

    @Test
    void anAuthorityThatReadsTheAgreementSeesItsGrantsAndFreezesOfItsPeople() throws SQLException {
        Map<String, Long> seen = seen(UUID.randomUUID(), UNIT, "{" + AGREEMENT + "}", "");
        assertEquals(1, seen.get("access_grant"));
        assertEquals(1, seen.get("access_freeze"));
        assertEquals(0, seen.get("training_record"));
        assertEquals(0, seen.get("playbook"));
    }

    @Test
    void theCoordinatorSeesAllOfIt() throws SQLException {
        Map<String, Long> seen = seen(UUID.randomUUID(), UUID.randomUUID(), "", "agreements");
        seen.forEach((table, rows) -> assertEquals(1, rows, table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_step", "phase_vote", "freeze_lift", "playbook_exercise"})
    void historyIsNeitherChangedNorDeleted(String table) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection();
                Statement statement = connection.createStatement()) {
            for (String attempt : List.of("update " + table + " set id = id", "delete from " + table)) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt));
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
    }

    @Test
    void whereSomebodyWasBeforeNothingIsSeenOfAFreezeThatCameAfter() throws SQLException {
        UUID moved = UUID.randomUUID();
        UUID freeze = UUID.randomUUID();
        try (Connection owner = DATABASE.owner().getConnection()) {
            person(owner, moved, BANK);
            grant(owner, UUID.randomUUID(), moved);
            run(owner, "update affiliation set last_day = date '2026-06-30' where person_id = ?", moved);
            run(
                    owner,
                    "insert into affiliation (id, person_id, organisation_id, kind, first_day) values (?, ?, ?, 'HOME', date '2026-07-01')",
                    UUID.randomUUID(),
                    moved,
                    RIVAL);
            freeze(owner, freeze, moved, STRANGER, RIVAL, "2026-07-15 00:00Z");
        }
        assertEquals(List.of(0L, 0L, 1L), seenOf(freeze), "after the move");
        try (Connection owner = DATABASE.owner().getConnection()) {
            run(owner, "update access_freeze set frozen_at = timestamptz '2026-06-15 00:00Z' where id = ?", freeze);
        }
        assertEquals(List.of(1L, 1L, 1L), seenOf(freeze), "before the move");
        try (Connection owner = DATABASE.owner().getConnection()) {
            // The other tests count what the organisations have.
            run(owner, "delete from access_grant where person_id = ?", moved);
            run(owner, "delete from access_freeze where id = ?", freeze);
        }
    }

    /** Whether bank, authority and rival see a freeze; the bank could change it as far as it sees it. */
    private static List<Long> seenOf(UUID freeze) throws SQLException {
        List<Long> seen = new ArrayList<>();
        for (UUID organisation : List.of(BANK, UNIT, RIVAL)) {
            try (Connection connection = DATABASE.application().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                act(
                        connection,
                        UUID.randomUUID(),
                        organisation,
                        organisation.equals(RIVAL) ? "" : "{" + AGREEMENT + "}",
                        "");
                String own = " where id = '" + freeze + "'";
                try (ResultSet rows = statement.executeQuery("select count(*) from access_freeze" + own)) {
                    rows.next();
                    seen.add(rows.getLong(1));
                }
                assertEquals(
                        seen.get(seen.size() - 1).intValue(),
                        statement.executeUpdate("update access_freeze set id = id" + own));
                connection.rollback();
            }
        }
        return seen;
    }

    @Test
    void aRivalChangesNothingOfTheBank() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            act(connection, STRANGER, RIVAL, "", "");
            try (Statement statement = connection.createStatement()) {
                for (String table :
                        List.of("access_grant", "training_record", "access_freeze", "playbook", "usage_meter")) {
                    assertEquals(0, statement.executeUpdate("update " + table + " set id = id"), table);
                }
            }
            connection.rollback();
        }
    }

    private static Map<String, Long> seen(UUID person, UUID organisation, String agreements, String reach)
            throws SQLException {
        Map<String, Long> seen = new LinkedHashMap<>();
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            act(connection, person, organisation, agreements, reach);
            for (String table : OWN) {
                seen.put(table, count(connection, table));
            }
            for (String table : SHARED) {
                seen.put(table, count(connection, table));
            }
            seen.put("access_freeze", count(connection, "access_freeze"));
            connection.rollback();
        }
        return seen;
    }

    private static void act(Connection connection, UUID person, UUID organisation, String agreements, String reach)
            throws SQLException {
        run(
                connection,
                """
                select set_config('sekisho.actor', ?, true), set_config('sekisho.person', ?, true),
                       set_config('sekisho.organisation', ?, true), set_config('sekisho.agreements', ?, true),
                       set_config('sekisho.writable', ?, true), set_config('sekisho.reach', ?, true)
                """,
                "person:" + person,
                person.toString(),
                organisation.toString(),
                agreements,
                agreements,
                reach);
    }

    /** Rows of this test only: others write into the same database. */
    private static long count(Connection connection, String table) throws SQLException {
        String own =
                switch (table) {
                    case "access_grant",
                            "environment_attestation",
                            "agreement_phase",
                            "phase_evaluation",
                            "usage_meter" -> "agreement_id = '" + AGREEMENT + "'";
                    case "access_freeze" -> "id = '" + FREEZE + "'";
                    case "phase_vote", "training_record", "playbook", "grant_step" -> "organisation_id = '" + BANK
                            + "'";
                    case "playbook_exercise" -> "recorded_by_person_id = '" + OTHER + "'";
                    default -> throw new IllegalArgumentException(table);
                };
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table + " where " + own)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void organisation(Connection owner, UUID id, String kind) throws SQLException {
        run(
                owner,
                """
                insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at)
                values (?, 0, ?, 'n', 'n', ?, 'ACTIVE', timestamptz '2026-05-01 00:00Z')
                """,
                id,
                "o" + id.toString().substring(0, 8),
                kind);
    }

    private static void person(Connection owner, UUID id, UUID home) throws SQLException {
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
    }

    private static void grant(Connection owner, UUID id, UUID person) throws SQLException {
        run(
                owner,
                """
                insert into access_grant (id, version, agreement_id, organisation_id, person_id, role, reason, first_day, last_day, state)
                values (?, 0, ?, ?, ?, 'ANALYST', 'r', date '2026-05-28', date '2027-03-31', 'REQUESTED')
                """,
                id,
                AGREEMENT,
                BANK,
                person);
    }

    private static void access(Connection owner) throws SQLException {
        UUID grant = UUID.randomUUID();
        grant(owner, grant, ANALYST);
        run(
                owner,
                """
                insert into grant_step (id, access_grant_id, number, act, actor_name, person_id, organisation_id, done_at, reason)
                values (?, ?, 1, 'REQUESTED', 'x', ?, ?, timestamptz '2026-05-28 00:00Z', 'r')
                """,
                UUID.randomUUID(),
                grant,
                OTHER,
                BANK);
        run(
                owner,
                """
                insert into environment_attestation (id, version, agreement_id, environment_code, attested_by_organisation_id,
                    document_reference, first_day, valid_until, state, proposed_by_person_id, proposed_by_organisation_id, proposed_at, reason)
                values (?, 0, ?, 'lab', ?, 'd', date '2026-05-28', date '2026-12-31', 'PROPOSED', ?, ?, timestamptz '2026-05-28 00:00Z', '')
                """,
                UUID.randomUUID(),
                AGREEMENT,
                UNIT,
                OTHER,
                BANK);
        run(
                owner,
                """
                insert into training_record (id, version, person_id, organisation_id, training_code, completed_on, valid_until,
                    evidence_reference, state, recorded_by_person_id, recorded_at, revocation_reason)
                values (?, 0, ?, ?, 'safe-output', date '2026-05-28', date '2027-05-27', 'e', 'CURRENT', ?, timestamptz '2026-05-28 00:00Z', '')
                """,
                UUID.randomUUID(),
                ANALYST,
                BANK,
                OTHER);
        run(
                owner,
                "insert into usage_meter (id, version, agreement_id, counted_day, requests, tokens) values (?, 0, ?, date '2026-05-28', 0, 0)",
                UUID.randomUUID(),
                AGREEMENT);
    }

    private static void phases(Connection owner) throws SQLException {
        UUID evaluation = UUID.randomUUID();
        run(
                owner,
                """
                insert into agreement_phase (id, version, agreement_id, phase, began_at, reason)
                values (?, 0, ?, 'PILOT', timestamptz '2026-05-28 00:00Z', '')
                """,
                UUID.randomUUID(),
                AGREEMENT);
        run(
                owner,
                """
                insert into phase_evaluation (id, version, agreement_id, from_phase, to_phase, state, opened_by_person_id, opened_at)
                values (?, 0, ?, 'PILOT', 'LIMITED', 'OPEN', ?, timestamptz '2026-06-28 00:00Z')
                """,
                evaluation,
                AGREEMENT,
                OTHER);
        run(
                owner,
                "insert into phase_evaluation_party (phase_evaluation_id, organisation_id) values (?, ?)",
                evaluation,
                BANK);
        run(
                owner,
                """
                insert into phase_vote (id, phase_evaluation_id, organisation_id, person_id, agrees, criteria_hash, reason, cast_at)
                values (?, ?, ?, ?, true, repeat('a', 64), '', timestamptz '2026-06-28 00:00Z')
                """,
                UUID.randomUUID(),
                evaluation,
                BANK,
                OTHER);
    }

    private static void playbooks(Connection owner) throws SQLException {
        UUID playbook = UUID.randomUUID();
        run(
                owner,
                """
                insert into playbook (id, row_version, organisation_id, code, version, title_en, title_ja, state, drafted_by_person_id, drafted_at)
                values (?, 0, ?, 'gateway', 1, 'T', 'T', 'DRAFT', ?, timestamptz '2026-05-28 00:00Z')
                """,
                playbook,
                BANK,
                OTHER);
        run(
                owner,
                """
                insert into playbook_exercise (id, playbook_id, exercised_on, kind, evidence_reference, recorded_by_person_id, recorded_at)
                values (?, ?, date '2026-06-01', 'TABLE_TOP', 'e', ?, timestamptz '2026-06-01 00:00Z')
                """,
                UUID.randomUUID(),
                playbook,
                OTHER);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
