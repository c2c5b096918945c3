package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.shared.Subject;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** What a pack holds of the operation of an organisation's own, and of the installation. The period is July to September 2026. */
class OperationsPackSectionTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID CLERK = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID RIVALS = UUID.randomUUID();
    private static final UUID AUDIT = UUID.randomUUID();
    private static final Period PERIOD = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final long HIGH = 1_000_000_000_000L;

    private static UUID secretariat = new UUID(0, 0);

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            secretariat = secretariat(statement);
            AuditRows.organisation(statement, BANK, "operations-bank", "INSTITUTION");
            AuditRows.organisation(statement, RIVAL, "operations-rival", "INSTITUTION");
            AuditRows.organisation(statement, OWNER, "operations-owner", "MODEL_PROVIDER");
            AuditRows.organisation(statement, FIRM, "operations-firm", "AUDIT_FIRM");
            AuditRows.person(statement, AUDITOR, FIRM);
            AuditRows.person(statement, CLERK, BANK);
            AuditRows.person(statement, COLLEAGUE, BANK);
            AuditRows.person(statement, RIVALS, RIVAL);
            AuditRows.engagement(statement, AUDIT, "AUD-OPERATED", OWNER, BANK, FIRM);
            key(statement, BANK, "ab");
            key(statement, RIVAL, "cd");
            role(statement, BANK, CLERK, "ended", "2026-08-01 00:00Z");
            role(statement, BANK, COLLEAGUE, "before", "2026-06-01 00:00Z");
            role(statement, RIVAL, RIVALS, "rival", "2026-08-01 00:00Z");
            event(statement, BANK, "person:" + CLERK, "role.end", "role", "2026-08-01 00:00Z", true);
            event(statement, BANK, "person:" + CLERK, "role.early", "role", "2026-06-30 14:59Z", true);
            event(statement, BANK, "person:" + CLERK, "role.list", "role", "2026-08-01 00:00Z", false);
            event(statement, BANK, "person:" + CLERK, "grant.request", "grant", "2026-08-01 00:00Z", true);
            event(statement, RIVAL, "person:" + RIVALS, "role.rivals", "role", "2026-08-01 00:00Z", true);
            event(statement, null, "system:installer", "installation.start", "node", "2026-08-01 00:00Z", true);
            event(statement, null, "system:mailer", "mail.send", "mail", "2026-08-01 00:00Z", true);
            statement.execute(
                    """
                    insert into trail_check (id, checked_at, size, found)
                    values (gen_random_uuid(), '2026-08-02 00:00Z', 12, 'CHANGED 7'), (gen_random_uuid(), '2026-10-02 00:00Z', 14, 'CHANGED 8')
                    """);
            connection.commit();
        }
    }

    /** A database has one, and every test shares it. */
    private static UUID secretariat(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select id from organisation where kind = 'SECRETARIAT'")) {
            if (rows.next()) {
                return rows.getObject(1, UUID.class);
            }
        }
        UUID id = UUID.randomUUID();
        AuditRows.organisation(statement, id, "operations-office", "SECRETARIAT");
        return id;
    }

    @Test
    void ofAnOrganisationItHoldsWhatItsAdministratorsDidItsRolesAndItsKeys() {
        Map<String, String> documents = collected(BANK, EvidenceSection.OPERATIONS);
        assertEquals(
                Set.of("acts.jsonl", "acts.csv", "roles.jsonl", "roles.csv", "keys.jsonl", "keys.csv"),
                documents.keySet());
        String acts = of(documents, "acts.csv");
        assertTrue(acts.contains("role.end"), acts);
        for (String absent : List.of("role.early", "role.list", "grant.request", "role.rivals", "installation.start")) {
            assertFalse(acts.contains(absent), absent);
        }
        String roles = of(documents, "roles.jsonl");
        assertTrue(roles.contains(CLERK.toString()), roles);
        assertTrue(roles.contains("\"closedAt\":\"2026-08-01T00:00:00Z\""), roles);
        assertFalse(roles.contains(COLLEAGUE.toString()), "A role that ended before");
        assertFalse(roles.contains(RIVALS.toString()), "A rival's");
        String keys = of(documents, "keys.csv");
        assertTrue(keys.contains("operations-bank,1," + "ab".repeat(32)), keys);
        assertFalse(keys.contains("operations-rival"), keys);
    }

    @Test
    void ofTheSecretariatItHoldsTheInstallationToo() {
        Map<String, String> documents = collected(secretariat, EvidenceSection.OPERATIONS);
        String acts = of(documents, "acts.csv");
        assertTrue(acts.contains("installation.start"), acts);
        assertFalse(acts.contains("mail.send"), acts);
        assertFalse(acts.contains("role.end"), "A bank's");
        assertTrue(of(documents, "keys.csv").contains("operations-rival,1," + "cd".repeat(32)));
        assertTrue(of(documents, "log-checks.csv").contains("CHANGED 7"));
        assertFalse(of(documents, "log-checks.csv").contains("CHANGED 8"), "A check after the period");
        assertTrue(documents.keySet().containsAll(Set.of("schema-changes.csv", "log-keys.csv", "log-leaders.csv")));
    }

    @Test
    void outOfScopeItHoldsNothing() {
        assertEquals(Map.of(), collected(BANK, EvidenceSection.TRAIL));
    }

    @Test
    void whoLedTheLogIsFoundFromTheFirstToTheLastCheckpointOfEach() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into trail_key values ('operations', decode(repeat('00', 44), 'hex'), 0)");
            long[][] signed = {{1, 1}, {2, 1}, {5, 1}, {9, 3}, {10, 4}, {400, 4}, {401, 4}, {403, 4}, {404, 9}};
            for (long[] each : signed) {
                statement.execute(
                        """
                        insert into trail_checkpoint values (%d, decode(repeat('00', 32), 'hex'), '2026-08-01 00:00Z', %d, 'operations', '\\x00')
                        """
                                .formatted(HIGH + each[0], HIGH + each[1]));
            }
            List<String> leaders = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select epoch - %1$d, first_size - %1$d, last_size - %1$d from log_leaders() where epoch > %1$d order by 1"
                            .formatted(HIGH))) {
                while (rows.next()) {
                    leaders.add(rows.getLong(1) + ": " + rows.getLong(2) + "-" + rows.getLong(3));
                }
            }
            assertEquals(List.of("1: 1-5", "3: 9-9", "4: 10-403", "9: 404-404"), leaders);
            connection.rollback();
        }
    }

    private static String of(Map<String, String> documents, String name) {
        return documents.getOrDefault(name, "");
    }

    private static Map<String, String> collected(UUID party, EvidenceSection section) {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            Connection connection = entities.unwrap(Connection.class);
            set(connection, "actor", "person:" + AUDITOR);
            set(connection, "person", AUDITOR.toString());
            set(connection, "organisation", FIRM.toString());
            set(connection, "borrowed", "pack-collection");
            Sql sql = new Sql();
            TestUnit.inject(sql, "entities", entities);
            OperationsPackSection operations = new OperationsPackSection();
            TestUnit.inject(operations, "sql", sql);
            Map<String, String> documents = new TreeMap<>();
            PackScope scope = new PackScope(
                    AUDIT,
                    Optional.empty(),
                    party,
                    PERIOD,
                    EnumSet.of(section),
                    Tlp.AMBER,
                    Set.of(),
                    Instant.parse("2026-10-05T00:00:00Z"));
            operations.collect(scope, new Documents(documents));
            entities.getTransaction().rollback();
            return documents;
        }
    }

    private static void set(Connection connection, String setting, String value) {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, "sekisho." + setting);
            statement.setString(2, value);
            statement.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Takes in documents as text. */
    private record Documents(Map<String, String> texts) implements PackSection.Sink {

        @Override
        public void document(String name, PackSection.Document document) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                document.writeTo(bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            texts.put(name, bytes.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void file(String name, CheckedContent content, Subject source, Tlp label) {
            throw new AssertionError("Operations have no files");
        }
    }

    private static void key(Statement statement, UUID organisation, String digits) throws SQLException {
        statement.execute("insert into vault_key (organisation_id, key_version, fingerprint, made_at) values ('"
                + organisation + "', 1, '" + digits.repeat(32) + "', '2026-05-14 00:00Z')");
    }

    private static void role(Statement statement, UUID organisation, UUID person, String reason, String ended)
            throws SQLException {
        statement.execute(
                """
                insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                    requested_by_own_administrator, requested_at, effective_at, closed_by, closed_at, closed_reason)
                values (gen_random_uuid(), 0, '%s', 'CHAIR', '%s', 'ENDED', true, '%s', false, '2026-05-14 00:00Z', '2026-05-14 00:00Z',
                    'system:test', '%s', '')
                """
                        .formatted(person, organisation, reason, ended));
    }

    private static void event(
            Statement statement,
            @Nullable UUID organisation,
            String actor,
            String act,
            String kind,
            String time,
            boolean changes)
            throws SQLException {
        statement.execute(
                """
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash, changes)
                values (gen_random_uuid(), '%s', '%s', %s, '%s', '%s', gen_random_uuid(), 'done', '\\x7b7d',
                        decode(repeat('00', 32), 'hex'), %s)
                """
                        .formatted(
                                time,
                                actor,
                                organisation == null ? "null" : "'" + organisation + "'",
                                act,
                                kind,
                                changes));
    }
}
