package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;

/** The audit of the secretariat, which an authority commissions: what each sees of it, may change, and what the auditors see of the trail. */
class CommissionedAuditsTest {

    private static final Databases DATABASE = TestDatabase.get().another("commissioned_audits");

    private static final UUID SECRETARIAT = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID SECOND_AUTHORITY = UUID.randomUUID();
    private static final UUID UNDESIGNATED = UUID.randomUUID();
    private static final UUID BANK = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID CLERK = UUID.randomUUID();
    private static final UUID AUDIT = UUID.randomUUID();
    private static final UUID TRAIL_AUDIT = UUID.randomUUID();
    private static final UUID BANK_AUDIT = UUID.randomUUID();
    private static final String OPEN = "{" + AUDIT + "}";

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            AuditRows.organisation(statement, SECRETARIAT, "office", "SECRETARIAT");
            AuditRows.organisation(statement, AUTHORITY, "unit", "AUTHORITY");
            AuditRows.organisation(statement, SECOND_AUTHORITY, "unit-two", "AUTHORITY");
            AuditRows.organisation(statement, UNDESIGNATED, "unit-three", "AUTHORITY");
            AuditRows.organisation(statement, BANK, "bank", "INSTITUTION");
            AuditRows.organisation(statement, FIRM, "firm", "AUDIT_FIRM");
            AuditRows.person(statement, AUDITOR, FIRM);
            AuditRows.person(statement, CLERK, AUTHORITY);
            for (UUID designated : Set.of(AUTHORITY, SECOND_AUTHORITY)) {
                statement.execute(
                        """
                        insert into designation (id, version, organisation_id, document, first_day, last_day, recorded_by, recorded_at)
                        values (gen_random_uuid(), 0, '%s', 'No. 1', '2026-05-01', '2027-04-30', 'system:test', '2026-05-01 00:00Z')
                        """
                                .formatted(designated));
            }
            AuditRows.engagement(statement, AUDIT, "AUD-OPERATIONS", AUTHORITY, SECRETARIAT, FIRM);
            AuditRows.engagement(statement, TRAIL_AUDIT, "AUD-TRAIL", AUTHORITY, SECRETARIAT, FIRM);
            AuditRows.engagement(statement, BANK_AUDIT, "AUD-BANK", SECRETARIAT, BANK, FIRM);
            statement.execute("insert into engagement_section values ('" + AUDIT + "', 'OPERATIONS')");
            statement.execute("insert into engagement_section values ('" + TRAIL_AUDIT + "', 'TRAIL')");
            statement.execute("insert into engagement_section values ('" + BANK_AUDIT + "', 'OPERATIONS')");
            AuditRows.member(statement, AUDIT, AUDITOR, FIRM, CLERK);
            declaration(statement, AUDIT);
            declaration(statement, BANK_AUDIT);
            event(statement, "office: role given", SECRETARIAT, "person:" + CLERK, "role.confirm", "role");
            event(statement, "office: grant checked", SECRETARIAT, "person:" + CLERK, "grant.check", "grant");
            event(statement, "bank: role given", BANK, "person:" + CLERK, "role.confirm", "role");
            event(statement, "start", null, "system:installer", "installation.start", "node");
            event(statement, "bank's session ran out", null, "system:housekeeping", "housekeeping.end", "session");
            event(
                    statement,
                    "office: audit of the bank settled",
                    SECRETARIAT,
                    "person:" + CLERK,
                    "audit.settle",
                    "engagement");
            statement.execute(
                    "update trail_event set agreement = gen_random_uuid() where act in ('audit.settle', 'grant.check')");
            audited(statement, "audit of the office: request", "audit.raise", AUDIT);
            audited(statement, "audit of the bank: request", "audit.raise", BANK_AUDIT);
            connection.commit();
        }
    }

    @Test
    void nobodyCommissionsTheAuditOfItselfAndTheSecretariatIsAuditedByAnAuthority() {
        assertEquals("engagement_not_commissioned_by_audited", refused(BANK, BANK));
        assertEquals("engagement_not_commissioned_by_audited", refused(SECRETARIAT, SECRETARIAT));
        assertEquals("engagement_of_secretariat_by_authority", refused(BANK, SECRETARIAT));
    }

    /** The constraint by which the owner of all tables is refused to insert an audit. */
    private static String refused(UUID owner, UUID audited) {
        SQLException refused = assertThrows(SQLException.class, () -> {
            try (Connection connection = DATABASE.owner().getConnection();
                    Statement statement = connection.createStatement()) {
                AuditRows.engagement(statement, UUID.randomUUID(), "AUD-REFUSED", owner, audited, FIRM);
            }
        });
        assertEquals("23514", refused.getSQLState());
        return String.valueOf(((PSQLException) refused).getServerErrorMessage().getConstraint());
    }

    @Test
    void anAuditIsntTurnedIntoOneOfItsOwner() {
        SQLException refused = assertThrows(SQLException.class, () -> {
            try (Connection connection = DATABASE.owner().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "update engagement set responsible_party_id = owner_id where id = '" + BANK_AUDIT + "'");
            }
        });
        assertEquals("23514", refused.getSQLState());
    }

    @Test
    void theAuthorityLeadsTheAuditAndTheSecretariatIsAsAnyAuditedOrganisationInIt() throws SQLException {
        String declared = "select count(*) from independence_declaration where engagement_id = '" + AUDIT + "'";
        String row = "select count(*) from engagement where id = '" + AUDIT + "'";
        assertEquals(1, count(AUTHORITY, "audits-overseen", row));
        assertEquals(1, count(AUTHORITY, "audits-overseen", declared));
        assertEquals(1, count(SECRETARIAT, "engagements", row));
        assertEquals(0, count(SECRETARIAT, "engagements", declared));
        assertEquals(0, count(BANK, "", row));
    }

    @Test
    void anotherAuthorityDecidesTooOnceItIsDesignated() throws SQLException {
        String declared = "select count(*) from independence_declaration where engagement_id = '" + AUDIT + "'";
        assertEquals(1, count(SECOND_AUTHORITY, "audits-overseen", declared));
        assertEquals(0, count(UNDESIGNATED, "audits-overseen", declared));
    }

    @Test
    void aDeclarationWaitsForTheAuthorityThatCommissionedTheAuditAndThenForASecondPerson() throws SQLException {
        assertEquals(Set.of(AUTHORITY.toString()), waiting(Kind.DECIDE));
        assertEquals(Set.of(SECOND_AUTHORITY.toString()), waiting(Kind.DECIDE_AS_AUTHORITY));
        assertEquals(Set.of(), waiting(Kind.DESIGNATE));
    }

    /** The organisations for which something of the audit of the secretariat waits. */
    private static Set<String> waiting(Kind kind) throws SQLException {
        String query = WaitingAuditRows.query(kind).replace(":today", "date '2026-08-01'");
        try (Connection connection = acting(AUTHORITY, "audits-overseen", "{}");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct cast(w.acting as text) from (" + query
                        + ") w where w.engagement = '" + AUDIT + "'")) {
            Set<String> acting = new TreeSet<>();
            while (rows.next()) {
                acting.add(rows.getString(1));
            }
            return acting;
        }
    }

    @Test
    void onlyTheOwnerChangesAnAudit() throws SQLException {
        String close = "update engagement set criteria = 'others' where id = '%s'";
        assertEquals(1, changed(AUTHORITY, "audits-overseen", close.formatted(AUDIT)));
        assertEquals(0, changed(SECRETARIAT, "engagements", close.formatted(AUDIT)));
        assertEquals(0, changed(SECOND_AUTHORITY, "audits-overseen", close.formatted(AUDIT)));
        assertEquals(1, changed(SECRETARIAT, "engagements", close.formatted(BANK_AUDIT)));
        assertEquals(0, changed(AUTHORITY, "audits-overseen", close.formatted(BANK_AUDIT)));
        String release = "update engagement_member set released_at = released_at where engagement_id = '" + AUDIT + "'";
        assertEquals(1, changed(AUTHORITY, "audits-overseen", release));
        assertEquals(0, changed(SECRETARIAT, "engagements", release));
    }

    @Test
    void anAuthorityAddsAuditsOfItsOwnAndNoneOfOthers() throws SQLException {
        String insert =
                """
                insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                    intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, state, scheduled_at,
                    catalogue_version, auditor_networks)
                values (gen_random_uuid(), 0, 'AUD-ADDED', '%s', 'ISAE_3000', 'LIMITED', '', '%s', '', '2027-07-01', '2027-09-30',
                    '2027-12-15', 3, 12, 'SCHEDULED', '2026-06-01 00:00Z', 1, '')
                """;
        assertEquals(1, changed(AUTHORITY, "audits-overseen", insert.formatted(AUTHORITY, SECRETARIAT)));
        assertNotPermitted(AUTHORITY, "audits-overseen", insert.formatted(SECRETARIAT, BANK));
        assertNotPermitted(BANK, "", insert.formatted(BANK, SECRETARIAT));
    }

    private static void assertNotPermitted(UUID organisation, String reach, String change) {
        SQLException refused = assertThrows(SQLException.class, () -> changed(organisation, reach, change));
        assertTrue(Set.of("42501", "23514").contains(refused.getSQLState()), refused::getMessage);
    }

    @Test
    void auditorsOfTheSecretariatsOperationsSeeItsActsOnThemAndTheInstallationsAndNoOthers() throws SQLException {
        assertEquals(Set.of("office: role given", "start"), seen(FIRM, "audits", OPEN));
    }

    @Test
    void auditorsOfTheSecretariatsTrailSeeAllItsActsAndNoneOfABank() throws SQLException {
        assertEquals(
                Set.of("office: role given", "office: grant checked", "office: audit of the bank settled", "start"),
                seen(FIRM, "audits", "{" + TRAIL_AUDIT + "}"));
    }

    @Test
    void auditorsOfABanksOperationsSeeItsAdministratorsAndNotTheSecretariats() throws SQLException {
        assertEquals(Set.of("bank: role given"), seen(FIRM, "audits", "{" + BANK_AUDIT + "}"));
    }

    @Test
    void theCoordinatorIsToldWhatAuditorsDoButNotInTheAuditOfTheSecretariat() throws SQLException {
        Set<String> seen = seen(SECRETARIAT, "engagements,agreement-trail", "{}");
        assertTrue(seen.contains("audit of the bank: request"), seen::toString);
        assertTrue(!seen.contains("audit of the office: request"), seen::toString);
    }

    private static Set<String> seen(UUID organisation, String reach, String audits) throws SQLException {
        try (Connection connection = acting(organisation, reach, audits);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select convert_from(leaf, 'UTF8') from trail_event")) {
            Set<String> seen = new TreeSet<>();
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
            return seen;
        }
    }

    private static int count(UUID organisation, String reach, String query) throws SQLException {
        try (Connection connection = acting(organisation, reach, "{}");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** How many rows somebody changes; nothing of it stays. */
    private static int changed(UUID organisation, String reach, String change) throws SQLException {
        try (Connection connection = acting(organisation, reach, "{}");
                Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(change);
            connection.rollback();
            return rows;
        }
    }

    private static Connection acting(UUID organisation, String reach, String audits) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        UUID person = UUID.randomUUID();
        set(connection, "actor", "person:" + person);
        set(connection, "person", person.toString());
        set(connection, "organisation", organisation.toString());
        set(connection, "day", "2026-08-01");
        set(connection, "reach", reach);
        set(connection, "agreements", "{}");
        set(connection, "writable", "{}");
        set(connection, "audits", audits);
        set(connection, "engagements", audits);
        return connection;
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, "sekisho." + setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static void declaration(Statement statement, UUID engagement) throws SQLException {
        statement.execute(
                """
                insert into independence_declaration (id, row_version, engagement_id, firm_id, person_id, declared_by_person_id,
                    declared_at, state)
                values (gen_random_uuid(), 0, '%s', '%s', '%s', '%s', '2026-06-11 00:00Z', 'DECLARED')
                """
                        .formatted(engagement, FIRM, AUDITOR, AUDITOR));
    }

    private static void audited(Statement statement, String name, String act, UUID engagement) throws SQLException {
        write(statement, name, "'" + FIRM + "'", "person:" + AUDITOR, act, "engagement", engagement);
    }

    private static void event(
            Statement statement, String name, @Nullable UUID organisation, String actor, String act, String kind)
            throws SQLException {
        String of = organisation == null ? "null" : "'" + organisation + "'";
        write(statement, name, of, actor, act, kind, UUID.randomUUID());
    }

    /** The leaf is the name, by which the tests tell the events apart. */
    private static void write(
            Statement statement, String name, String organisation, String actor, String act, String kind, UUID subject)
            throws SQLException {
        statement.execute(
                """
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash, changes)
                values (gen_random_uuid(), '2026-08-01 03:00Z', '%s', %s, '%s', '%s', '%s', 'done', convert_to('%s', 'UTF8'),
                        decode(repeat('00', 32), 'hex'), true)
                """
                        .formatted(actor, organisation, act, kind, subject, name.replace("'", "''")));
    }
}
