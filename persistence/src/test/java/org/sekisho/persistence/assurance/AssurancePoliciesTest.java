package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** Who sees an engagement, its evidence and its packs. */
class AssurancePoliciesTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final UUID EVIDENCE = UUID.randomUUID();

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organisation(statement, OWNER, "audit-owner", "MODEL_PROVIDER");
            organisation(statement, AUDITED, "audit-audited", "INSTITUTION");
            organisation(statement, RIVAL, "audit-rival", "INSTITUTION");
            organisation(statement, FIRM, "audit-firm", "AUDIT_FIRM");
            statement.execute(
                    """
                    insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                        intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, firm_id, state,
                        scheduled_at, fieldwork_at)
                    values ('%s', 0, 'AUD-2026-Q2', '%s', 'ISAE_3000', 'LIMITED', 'criteria', '%s', 'users', '2026-07-01', '2026-09-30',
                        '2026-12-15', 3, 12, '%s', 'FIELDWORK', '2026-06-01 00:00Z', '2026-07-02 00:00Z')
                    """
                            .formatted(ENGAGEMENT, OWNER, AUDITED, FIRM));
            statement.execute("insert into engagement_section values ('" + ENGAGEMENT + "', 'OPERATIONS')");
            statement.execute(
                    """
                    insert into evidence_item (id, row_version, engagement_id, organisation_id, section, control, origin, label, file_type,
                        size, sha256, crc32, proves_first, proves_last, arrived_at, state, return_reason)
                    values ('%s', 0, '%s', '%s', 'OPERATIONS', '', 'SYSTEM', 'AMBER', 'TEXT', 1, repeat('0', 64), 0, '2026-07-01',
                        '2026-07-31', '2026-08-01 00:00Z', 'RECEIVED', '')
                    """
                            .formatted(EVIDENCE, ENGAGEMENT, AUDITED));
            statement.execute("insert into evidence_content values ('" + EVIDENCE + "', '" + AUDITED
                    + "', '\\x01', '\\x01', 'blob')");
            connection.commit();
        }
    }

    @Test
    void theAuditedOrganisationSeesItsEngagementAndItsEvidence() throws SQLException {
        assertEquals(List.of(1, 1, 1), seen(AUDITED, "", ""));
    }

    @Test
    void aRivalSeesNothing() throws SQLException {
        assertEquals(List.of(0, 0, 0), seen(RIVAL, "", ""));
    }

    @Test
    void theCoordinatorSeesThatThereIsEvidenceAndNotWhatItSays() throws SQLException {
        assertEquals(List.of(1, 1, 0), seen(OWNER, "engagements", ""));
    }

    @Test
    void anAuditorOfTheTeamReadsWhileTheEngagementIsOpen() throws SQLException {
        assertEquals(List.of(1, 1, 1), seen(FIRM, "audits", "{" + ENGAGEMENT + "}"));
    }

    @Test
    void anAuditorWithoutTheEngagementReadsNothing() throws SQLException {
        assertEquals(List.of(0, 0, 0), seen(FIRM, "audits", ""));
    }

    @Test
    void aPackIsAddedByNobodyWhoseEngagementIsntOpen() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            act(connection, FIRM, "audits", "");
            String insert =
                    """
                    insert into pack (id, row_version, engagement_id, organisation_id, name, label, requested_by_person_id, requested_at,
                        trail_position, entries, payload_bytes, list_sha256, state, attempt, attempt_limit, files_done, bytes_done, failure, proofs_done, proofs_all)
                    values ('%s', 0, '%s', '%s', 'P', 'AMBER', '%s', '2026-08-01 00:00Z', 0, 1, 0, repeat('0', 64), 'QUEUED', 0, 5, 0, 0, '', 0, 0)
                    """
                            .formatted(UUID.randomUUID(), ENGAGEMENT, FIRM, AUDITOR);
            SQLException refused = assertThrows(
                    SQLException.class, () -> connection.createStatement().execute(insert));
            assertEquals("42501", refused.getSQLState());
        }
    }

    /** How many engagements, items of evidence and contents somebody of the organisation sees. */
    private static List<Integer> seen(UUID organisation, String reach, String open) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            act(connection, organisation, reach, open);
            return List.of(
                    count(connection, "select count(*) from engagement where id = '" + ENGAGEMENT + "'"),
                    count(connection, "select count(*) from evidence_item where id = '" + EVIDENCE + "'"),
                    count(connection, "select count(*) from evidence_content where evidence_id = '" + EVIDENCE + "'"));
        }
    }

    private static void act(Connection connection, UUID organisation, String reach, String open) throws SQLException {
        set(connection, "sekisho.actor", "person:" + AUDITOR);
        set(connection, "sekisho.person", AUDITOR.toString());
        set(connection, "sekisho.organisation", organisation.toString());
        set(connection, "sekisho.reach", reach);
        set(connection, "sekisho.audits", open);
        set(connection, "sekisho.engagements", open);
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void organisation(Statement statement, UUID id, String shortName, String kind) throws SQLException {
        statement.execute(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values ('"
                        + id + "', 0, '" + shortName + "', 'n', 'n', '" + kind
                        + "', 'ACTIVE', timestamptz '2026-05-14 00:00Z')");
    }
}
