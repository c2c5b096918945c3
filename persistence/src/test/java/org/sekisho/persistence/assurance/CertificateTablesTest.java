package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;

/** Who sees and gives certificates, that turns stay as they are, and that a pack is encrypted for the one in use. */
class CertificateTablesTest {

    private static final Databases DATABASE = TestDatabase.get().another("audit_certificates");
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static final String NOT_ALLOWED = "42501";
    private static final String AGAINST_CHECK = "23514";
    private static final String NO_SUCH = "23503";
    private static final String TWICE = "23505";

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            AuditRows.organisation(statement, OWNER, "certified-owner", "MODEL_PROVIDER");
            AuditRows.organisation(statement, AUDITED, "certified-audited", "INSTITUTION");
            AuditRows.organisation(statement, STRANGER, "certified-stranger", "INSTITUTION");
            AuditRows.organisation(statement, FIRM, "certified-firm", "AUDIT_FIRM");
            AuditRows.person(statement, COORDINATOR, OWNER);
            AuditRows.person(statement, AUDITOR, FIRM);
            AuditRows.person(statement, ANALYST, AUDITED);
            AuditRows.engagement(statement, ENGAGEMENT, "AUD-CERT-1", OWNER, AUDITED, FIRM);
            AuditRows.engagement(statement, OTHER, "AUD-CERT-2", OWNER, AUDITED, FIRM);
        }
    }

    @Test
    void bothSidesSeeTheCertificateAndOnlyTheTeamGivesOne() throws SQLException {
        try (Connection connection = auditor(ENGAGEMENT);
                Statement statement = connection.createStatement()) {
            statement.execute(given(UUID.randomUUID(), ENGAGEMENT, 1, "01"));
            act(connection, COORDINATOR, OWNER, "", "engagements");
            assertEquals(1, seen(connection));
            act(connection, ANALYST, AUDITED, "", "");
            assertEquals(1, seen(connection));
            act(connection, ANALYST, STRANGER, "", "");
            assertEquals(0, seen(connection));
            act(connection, COORDINATOR, OWNER, "", "engagements");
            refused(NOT_ALLOWED, connection, given(UUID.randomUUID(), ENGAGEMENT, 2, "02"));
        }
        try (Connection connection = auditor(OTHER)) {
            refused(NOT_ALLOWED, connection, given(UUID.randomUUID(), ENGAGEMENT, 1, "01"));
        }
    }

    @Test
    void turnsStayAsTheyAreForTheOwnerOfTheTablesToo() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(given(UUID.randomUUID(), ENGAGEMENT, 1, "01"));
            refused(AGAINST_CHECK, connection, "update engagement_certificate set subject = 'CN=Somebody else'");
            refused(AGAINST_CHECK, connection, "delete from engagement_certificate");
            refused(TWICE, connection, given(UUID.randomUUID(), ENGAGEMENT, 1, "02"));
            connection.rollback();
        }
        try (Connection connection = auditor(ENGAGEMENT)) {
            refused(NOT_ALLOWED, connection, "update engagement_certificate set subject = ''");
        }
    }

    @Test
    void aCertificateIsWholeStrongAndInItsTime() throws SQLException {
        String whole = given(UUID.randomUUID(), ENGAGEMENT, 1, "01");
        try (Connection connection = auditor(ENGAGEMENT)) {
            refused(AGAINST_CHECK, connection, whole.replace("'EC', 256", "'RSA', 2048"));
            refused(AGAINST_CHECK, connection, whole.replace("'CN=a'", "null"));
            refused(AGAINST_CHECK, connection, whole.replace("'2027-01-01", "'2026-07-01"));
            refused(AGAINST_CHECK, connection, whole.replace("encode(sha256('\\x01'), 'hex')", "repeat('0', 64)"));
        }
    }

    @Test
    void aPackIsEncryptedForTheCertificateInUseAndForNoOther() throws SQLException {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID pack = UUID.randomUUID();
        try (Connection connection = auditor(ENGAGEMENT);
                Statement statement = connection.createStatement()) {
            refused(AGAINST_CHECK, connection, pack(pack, "'" + first + "'", hash("01")));
            statement.execute(given(first, ENGAGEMENT, 1, "01"));
            refused(AGAINST_CHECK, connection, pack(pack, "null", "null"));
            statement.execute(given(second, ENGAGEMENT, 2, "02"));
            refused(AGAINST_CHECK, connection, pack(pack, "'" + first + "'", hash("01")));
            refused(NO_SUCH, connection, pack(pack, "'" + first + "'", hash("02")));
            statement.execute(pack(pack, "'" + second + "'", hash("02")));
            refused(
                    AGAINST_CHECK,
                    connection,
                    "update pack set certificate_id = null, certificate_sha256 = null where id = '" + pack + "'");
            // Ready without its envelope, nobody could open it.
            refused(AGAINST_CHECK, connection, ready(pack, "null"));
            statement.execute(ready(pack, "'MAMBAf8='"));
            statement.execute(withdrawn(3));
            statement.execute(pack(UUID.randomUUID(), "null", "null"));
            assertEquals(3, seen(connection));
            connection.rollback();
        }
    }

    @Test
    void everyListIsReadInEveryOrder() throws SQLException {
        try (Connection connection = auditor(ENGAGEMENT);
                Statement statement = connection.createStatement()) {
            statement.execute(given(UUID.randomUUID(), ENGAGEMENT, 1, "01"));
            KeysetList list = CertificateLists.LIST;
            for (String key : list.sorts().values()) {
                try (ResultSet rows = statement.executeQuery("select " + key + " as sort_key, " + list.id()
                        + " as tie, " + list.columns() + " " + list.from() + " order by 1, 2")) {
                    rows.next();
                    assertEquals("EC", rows.getString("key_kind"));
                    assertFalse(rows.next());
                }
            }
            connection.rollback();
        }
    }

    private static String given(UUID id, UUID engagement, int number, String der) {
        return """
               insert into engagement_certificate (id, engagement_id, organisation_id, number, der, sha256, subject, key_kind, key_bits,
                   valid_from, valid_until, by_person_id, at)
               values ('%s', '%s', '%s', %d, '\\x%s', encode(sha256('\\x%s'), 'hex'), 'CN=a', 'EC', 256, '2026-01-01 00:00Z',
                   '2027-01-01 00:00Z', '%s', '2026-08-01 00:00Z')
               """
                .formatted(id, engagement, FIRM, number, der, der, AUDITOR);
    }

    private static String withdrawn(int number) {
        return "insert into engagement_certificate (id, engagement_id, organisation_id, number, by_person_id, at) values ('"
                + UUID.randomUUID() + "', '" + ENGAGEMENT + "', '" + FIRM + "', " + number + ", '" + AUDITOR
                + "', '2026-08-02 00:00Z')";
    }

    private static String hash(String der) {
        return "encode(sha256('\\x" + der + "'), 'hex')";
    }

    private static String pack(UUID id, String certificate, String sha256) {
        return """
               insert into pack (id, row_version, engagement_id, organisation_id, name, label, requested_by_person_id, requested_at,
                   trail_position, entries, payload_bytes, list_sha256, state, attempt, attempt_limit, files_done, bytes_done, failure,
                   proofs_done, proofs_all, certificate_id, certificate_sha256)
               values ('%s', 0, '%s', '%s', 'P-%s', 'AMBER', '%s', '2026-08-01 00:00Z', 0, 1, 0, repeat('0', 64), 'QUEUED', 0, 5, 0, 0,
                   '', 0, 0, %s, %s)
               """
                .formatted(id, ENGAGEMENT, FIRM, id, AUDITOR, certificate, sha256);
    }

    private static String ready(UUID pack, String envelope) {
        return """
               update pack set state = 'READY', files_done = 1, ended_at = '2026-08-01 00:01Z', blob = 'b', size = 1,
                   sha256 = repeat('0', 64), tag_manifest_sha256 = repeat('0', 64), key_fingerprint = 'SHA256:x', envelope = %s
               where id = '%s'
               """
                .formatted(envelope, pack);
    }

    private static int seen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from engagement_certificate")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** In the running transaction, which goes on. */
    private static void refused(String state, Connection connection, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            assertEquals(state, refused.getSQLState(), refused.getMessage() + sql);
        }
        connection.rollback(before);
    }

    private static Connection auditor(UUID engagement) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        act(connection, AUDITOR, FIRM, engagement.toString(), "audits");
        return connection;
    }

    private static void act(Connection connection, UUID person, UUID organisation, String open, String reach)
            throws SQLException {
        set(connection, "sekisho.actor", "person:" + person);
        set(connection, "sekisho.person", person.toString());
        set(connection, "sekisho.organisation", organisation.toString());
        set(connection, "sekisho.reach", reach);
        set(connection, "sekisho.audits", "{" + open + "}");
        set(connection, "sekisho.engagements", "{" + open + "}");
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
