package org.sekisho.persistence.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;

/** What a phase is measured by, counted as the application's role and for a party that sees none of it by itself. */
class PhaseMeterRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String BEFORE = "2026-05-31 00:00Z";
    private static final String SINCE = "2026-06-01 00:00Z";
    private static final String AFTER = "2026-06-02 00:00Z";
    private static final String DECISION = "access-decision";

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID OTHER_AGREEMENT = UUID.randomUUID();
    private static final List<UUID> TEAM = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final UUID OFFICER = UUID.randomUUID();

    @BeforeAll
    static void aPhaseInWhichThingsHappened() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            organisation(owner, BANK, "INSTITUTION");
            organisation(owner, RIVAL, "INSTITUTION");
            organisation(owner, PROVIDER, "MODEL_PROVIDER");
            person(owner, OFFICER);
            for (UUID person : TEAM) {
                person(owner, person);
            }
            agreement(owner, AGREEMENT);
            agreement(owner, OTHER_AGREEMENT);
            party(owner, BANK, "INSTITUTION_RECEIVING", 1);
            party(owner, PROVIDER, "PROVIDER", 2);
            suspension(owner, AGREEMENT, BEFORE);
            suspension(owner, AGREEMENT, AFTER);
            suspension(owner, AGREEMENT, SINCE);
            suspension(owner, OTHER_AGREEMENT, AFTER);
            freeze(owner, "AGREEMENT", AGREEMENT, AFTER);
            freeze(owner, "AGREEMENT", AGREEMENT, BEFORE);
            freeze(owner, "AGREEMENT", OTHER_AGREEMENT, AFTER);
            freeze(owner, "ORGANISATION", BANK, AFTER);
            freeze(owner, "ORGANISATION", RIVAL, AFTER);
            freeze(owner, "PERSON", OFFICER, AFTER);
            exercises(owner);
            team(owner);
        }
    }

    @Test
    void suspensionsOfTheAgreementSinceThePhaseBegan() throws SQLException {
        assertEquals(List.of(2L), counted(PhaseMeterRows.SUSPENSIONS, DECISION));
    }

    @Test
    void freezesOfTheAgreementAndOfTheInstitutionThatReceives() throws SQLException {
        assertEquals(List.of(2L), counted(PhaseMeterRows.FREEZES, DECISION));
    }

    @Test
    void exercisesOfMandatoryPlaybooksByTheInstitutionThatReceives() throws SQLException {
        assertEquals(List.of(3L), counted(PhaseMeterRows.EXERCISES, DECISION));
    }

    @Test
    void thePeopleWithAGrantAndOfThemThoseWhoLackNoTraining() throws SQLException {
        assertEquals(List.of(3L, 2L), counted(PhaseMeterRows.TRAINED, DECISION));
    }

    @Test
    void withoutTheReachOfADecisionThePartySeesNothingToCount() throws SQLException {
        assertEquals(List.of(0L), counted(PhaseMeterRows.EXERCISES, ""));
        assertEquals(List.of(0L, 0L), counted(PhaseMeterRows.TRAINED, ""));
    }

    /** The numbers that a query gives, asked by the provider. */
    private static List<Long> counted(String query, String borrowed) throws SQLException {
        String text = query.replace(":agreement", "'" + AGREEMENT + "'")
                .replace(":since", "timestamptz '" + SINCE + "'")
                .replace(":first", "date '2026-06-01'")
                .replace(":today", "date '2026-06-10'")
                .replace(":roles", "'ANALYST,ANALYST'")
                .replace(":codes", "'gateway,model'");
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "sekisho.actor", "person:" + UUID.randomUUID());
            set(connection, "sekisho.organisation", PROVIDER.toString());
            set(connection, "sekisho.agreements", "{" + AGREEMENT + "}");
            set(connection, "sekisho.borrowed", borrowed);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(text)) {
                rows.next();
                return rows.getMetaData().getColumnCount() == 1
                        ? List.of(rows.getLong(1))
                        : List.of(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    private static void exercises(Connection owner) throws SQLException {
        UUID gateway = playbook(owner, BANK, "gateway");
        UUID model = playbook(owner, BANK, "model");
        UUID another = playbook(owner, BANK, "another");
        UUID rivals = playbook(owner, RIVAL, "gateway");
        for (String[] each : new String[][] {
            {gateway.toString(), "2026-06-01"},
            {gateway.toString(), "2026-06-05"},
            {gateway.toString(), "2026-05-31"},
            {model.toString(), "2026-06-03"},
            {another.toString(), "2026-06-03"},
            {rivals.toString(), "2026-06-03"}
        }) {
            run(
                    owner,
                    """
                    insert into playbook_exercise (id, playbook_id, exercised_on, kind, evidence_reference, recorded_by_person_id, recorded_at)
                    values (?, cast(? as uuid), cast(? as date), 'TABLE_TOP', 'e', ?, timestamptz '2026-06-06 00:00Z')
                    """,
                    UUID.randomUUID(),
                    each[0],
                    each[1],
                    OFFICER);
        }
    }

    /** Two analysts, one of whom lacks one of two trainings because it ran out, and somebody whose role needs none. */
    private static void team(Connection owner) throws SQLException {
        grant(owner, TEAM.get(0), "ANALYST", "ACTIVE", "2026-12-31");
        grant(owner, TEAM.get(1), "ANALYST", "ACTIVE", "2026-12-31");
        grant(owner, TEAM.get(2), "SECURITY_REVIEWER", "ACTIVE", "2026-12-31");
        grant(owner, TEAM.get(2), "ANALYST", "ACTIVE", "2026-06-09");
        training(owner, TEAM.get(0), "gateway", "2026-12-31");
        training(owner, TEAM.get(0), "model", "2026-12-31");
        training(owner, TEAM.get(1), "gateway", "2026-12-31");
        training(owner, TEAM.get(1), "model", "2026-06-09");
    }

    private static void organisation(Connection owner, UUID id, String kind) throws SQLException {
        run(
                owner,
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) "
                        + "values (?, 0, ?, 'n', 'n', ?, 'ACTIVE', timestamptz '2026-05-01 00:00Z')",
                id,
                "m" + id.toString().substring(0, 8),
                kind);
    }

    private static void person(Connection owner, UUID id) throws SQLException {
        run(
                owner,
                """
                insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason,
                                    state_changed_by, state_changed_at, created_at)
                values (?, 0, ?, 'n', 'n', 'EN', ?, 'ACTIVE', '', 'x', timestamptz '2026-05-01 00:00Z', timestamptz '2026-05-01 00:00Z')
                """,
                id,
                id + "@meter.example",
                BANK);
    }

    private static void agreement(Connection owner, UUID id) throws SQLException {
        run(
                owner,
                """
                insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                values (?, 0, ?, 'T', 'T', 'IN_FORCE', ?,
                        timestamptz '2026-05-01 00:00Z', '')
                """,
                id,
                TestDatabase.agreementNumber(),
                OFFICER);
    }

    private static void party(Connection owner, UUID organisation, String role, int position) throws SQLException {
        run(
                owner,
                """
                insert into agreement_party (id, agreement_id, organisation_id, organisation_kind, role, name_en, name_ja, position, since_version)
                select ?, ?, id, kind, ?, 'n', 'n', ?, 1 from organisation where id = ?
                """,
                UUID.randomUUID(),
                AGREEMENT,
                role,
                position,
                organisation);
    }

    /** One that is over: only one at a time stands. */
    private static void suspension(Connection owner, UUID agreement, String began) throws SQLException {
        run(
                owner,
                """
                insert into agreement_suspension (id, agreement_id, cause, organisation_id, person_id, reason, began_at, ended_at)
                values (?, ?, 'SIGNATURE_WITHDRAWN', ?, ?, 'r', cast(? as timestamptz), timestamptz '2026-06-03 00:00Z')
                """,
                UUID.randomUUID(),
                agreement,
                BANK,
                OFFICER,
                began);
    }

    private static void freeze(Connection owner, String scope, UUID target, String at) throws SQLException {
        run(
                owner,
                """
                insert into access_freeze (id, version, scope, target_id, reason, state, frozen_by_person_id, frozen_by_organisation_id,
                                           frozen_at, lifted_at)
                values (?, 0, ?, ?, 'r', 'LIFTED', ?, ?, cast(? as timestamptz), timestamptz '2026-06-03 00:00Z')
                """,
                UUID.randomUUID(),
                scope,
                target,
                OFFICER,
                BANK,
                at);
    }

    private static UUID playbook(Connection owner, UUID organisation, String code) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                owner,
                """
                insert into playbook (id, row_version, organisation_id, code, version, title_en, title_ja, state, drafted_by_person_id, drafted_at)
                values (?, 0, ?, ?, 1, 'T', 'T', 'DRAFT', ?, timestamptz '2026-05-28 00:00Z')
                """,
                id,
                organisation,
                code,
                OFFICER);
        return id;
    }

    private static void grant(Connection owner, UUID person, String role, String state, String last)
            throws SQLException {
        run(
                owner,
                """
                insert into access_grant (id, version, agreement_id, organisation_id, person_id, role, reason, first_day, last_day, state)
                values (?, 0, ?, ?, ?, ?, 'r', date '2026-05-28', cast(? as date), ?)
                """,
                UUID.randomUUID(),
                AGREEMENT,
                BANK,
                person,
                role,
                last,
                state);
    }

    private static void training(Connection owner, UUID person, String code, String until) throws SQLException {
        run(
                owner,
                """
                insert into training_record (id, version, person_id, organisation_id, training_code, completed_on, valid_until,
                    evidence_reference, state, recorded_by_person_id, recorded_at, revocation_reason)
                values (?, 0, ?, ?, ?, date '2026-05-28', cast(? as date), 'e', 'CURRENT', ?, timestamptz '2026-05-28 00:00Z', '')
                """,
                UUID.randomUUID(),
                person,
                BANK,
                code,
                until,
                OFFICER);
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
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
