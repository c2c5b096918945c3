package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.persistence.shared.TestDatabase;

/** What of audits waits, as the application's role sees it. */
class WaitingAuditsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    /** An audit whose firm and auditor were accepted as independent until 10 and 20 September 2029. */
    private static final UUID TEAMED = UUID.randomUUID();

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            AuditRows.organisation(statement, OWNER, "waits-owner", "MODEL_PROVIDER");
            AuditRows.organisation(statement, AUDITED, "waits-audited", "INSTITUTION");
            AuditRows.organisation(statement, RIVAL, "waits-rival", "INSTITUTION");
            statement.execute(
                    """
                    insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                        intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, state, scheduled_at)
                    values ('%s', 0, 'AUD-WAITS', '%s', 'ISAE_3000', 'LIMITED', '', '%s', '', '2026-07-01', '2026-09-30', '2026-12-15', 3, 12,
                        'SCHEDULED', '2026-06-01 00:00Z')
                    """
                            .formatted(ENGAGEMENT, OWNER, AUDITED));
            AuditRows.organisation(statement, AUTHORITY, "waits-authority", "AUTHORITY");
            statement.execute(
                    """
                    insert into designation (id, version, organisation_id, document, first_day, last_day, recorded_by, recorded_at)
                    values ('%s', 0, '%s', 'Order 12', '1998-07-01', '1998-07-31', 'system:test', '1998-06-01 00:00Z')
                    """
                            .formatted(UUID.randomUUID(), AUTHORITY));
            UUID person = UUID.randomUUID();
            statement.execute(
                    """
                    insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason,
                        state_changed_by, state_changed_at, created_at)
                    values ('%s', 0, 'waits@firm.example', 'n', 'n', 'EN', '%s', 'ACTIVE', '', 'system:test', '1998-06-01 00:00Z',
                        '1998-06-01 00:00Z')
                    """
                            .formatted(person, OWNER));
            statement.execute(
                    """
                    insert into independence_declaration (id, row_version, engagement_id, firm_id, person_id, declared_by_person_id,
                        declared_at, state)
                    values ('%s', 0, '%s', '%s', '%s', '%s', '1998-06-02 00:00Z', 'DECLARED')
                    """
                            .formatted(UUID.randomUUID(), ENGAGEMENT, OWNER, person, person));
            AuditRows.organisation(statement, FIRM, "waits-firm", "AUDIT_FIRM");
            UUID auditor = UUID.randomUUID();
            AuditRows.person(statement, auditor, FIRM);
            statement.execute(
                    """
                    insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                        intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, firm_id, state,
                        scheduled_at)
                    values ('%s', 0, 'AUD-TEAMED', '%s', 'ISAE_3000', 'LIMITED', 'c', '%s', 'u', '2029-07-02', '2029-09-30', '2029-12-14', 3, 12,
                        '%s', 'SCHEDULED', '2026-06-01 00:00Z')
                    """
                            .formatted(TEAMED, OWNER, AUDITED, FIRM));
            AuditRows.member(statement, TEAMED, auditor, FIRM, person);
            UUID official = UUID.randomUUID();
            AuditRows.person(statement, official, AUTHORITY);
            accepted(statement, "'" + auditor + "'", "2029-09-20", auditor, person, official);
            accepted(statement, "null", "2029-09-10", auditor, person, official);
            connection.commit();
        }
    }

    private static void accepted(
            Statement statement, String whose, String until, UUID declarer, UUID coordinator, UUID official)
            throws SQLException {
        UUID id = UUID.randomUUID();
        statement.execute(
                """
                insert into independence_declaration (id, row_version, engagement_id, firm_id, person_id, declared_by_person_id,
                    declared_at, state, decided_at, valid_until)
                values ('%s', 0, '%s', '%s', %s, '%s', '2028-09-01 00:00Z', 'ACCEPTED', '2028-09-05 00:00Z', '%s')
                """
                        .formatted(id, TEAMED, FIRM, whose, declarer, until));
        statement.execute(
                """
                insert into independence_verdict (declaration_id, side, accepted, organisation_id, person_id, decided_at, reason, reference)
                values ('%1$s', 'SECRETARIAT', true, '%2$s', '%3$s', '2028-09-04 00:00Z', '', ''),
                       ('%1$s', 'AUTHORITY', true, '%4$s', '%5$s', '2028-09-05 00:00Z', '', '')
                """
                        .formatted(id, OWNER, coordinator, AUTHORITY, official));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRivalIsToldOfNothing(Kind kind) throws SQLException {
        assertEquals(List.of(), waiting(kind, RIVAL, "", "2026-07-02"));
    }

    @Test
    void anAuditWithoutAFirmWaitsForItsOwnerOnceItsPeriodIsNear() throws SQLException {
        assertEquals(List.of("AUD-WAITS " + OWNER), waiting(Kind.STAFF, OWNER, "engagements", "2026-06-15"));
        assertEquals(List.of(), waiting(Kind.STAFF, OWNER, "engagements", "2026-05-01"));
    }

    @Test
    void anAuditWithoutATeamCantBegin() throws SQLException {
        assertEquals(List.of(), waiting(Kind.BEGIN, OWNER, "engagements", "2026-07-02"));
    }

    /** In a year in which no other test designates anybody. */
    @Test
    void aDeclarationWaitsForADesignationUntilThereIsAnAuthorityToDecide() throws SQLException {
        String designated = "AUD-WAITS " + AUTHORITY;
        String missing = "AUD-WAITS " + OWNER;
        assertEquals(List.of(missing), waiting(Kind.DESIGNATE, OWNER, "engagements", "1998-06-30"));
        assertEquals(List.of(), waiting(Kind.DECIDE_AS_AUTHORITY, OWNER, "engagements", "1998-06-30"));
        assertEquals(List.of(), waiting(Kind.DESIGNATE, OWNER, "engagements", "1998-07-01"));
        assertEquals(List.of(designated), waiting(Kind.DECIDE_AS_AUTHORITY, OWNER, "engagements", "1998-07-01"));
    }

    @Test
    void aDeclarationWaitsForItsRenewalBeforeItRunsOutAndForAnotherOneAfterwards() throws SQLException {
        assertEquals(List.of(), due(Kind.RENEW, "2029-08-21"));
        assertEquals(List.of("2029-09-20"), due(Kind.RENEW, "2029-08-22"));
        assertEquals(List.of("2029-09-20"), due(Kind.RENEW, "2029-09-20"));
        assertEquals(List.of(), due(Kind.RENEW, "2029-09-21"));
        assertEquals(1, due(Kind.DECLARE, "2029-09-21").size());
        assertEquals(List.of(), due(Kind.RENEW_FIRM, "2029-08-11"));
        assertEquals(List.of("2029-09-10"), due(Kind.RENEW_FIRM, "2029-08-12"));
        assertEquals(List.of(), due(Kind.RENEW_FIRM, "2029-09-11"));
    }

    @Test
    void theTeamIsAskedToPrepareUntilThePeriodBegins() throws SQLException {
        assertEquals(List.of(), due(Kind.PREPARE, "2029-06-02"));
        assertEquals(List.of("2029-07-02"), due(Kind.PREPARE, "2029-06-03"));
        assertEquals(List.of("2029-07-02"), due(Kind.PREPARE, "2029-07-01"));
        assertEquals(List.of(), due(Kind.PREPARE, "2029-07-02"));
        assertEquals(1, due(Kind.BEGIN, "2029-07-02").size());
    }

    /** By when it waits in the audit that has a team, as the job reads it that tells people. */
    private static List<String> due(Kind kind, String today) throws SQLException {
        return waiting(kind, TEAMED, "w.due", OWNER, "notices,people-read", today);
    }

    /** Number and organisation of what waits in this test's engagement. */
    private static List<String> waiting(Kind kind, UUID organisation, String reach, String today) throws SQLException {
        return waiting(kind, ENGAGEMENT, "w.number || ' ' || w.acting", organisation, reach, today);
    }

    private static List<String> waiting(
            Kind kind, UUID engagement, String what, UUID organisation, String reach, String today)
            throws SQLException {
        String query = WaitingAuditRows.query(kind)
                .replace(":today", "date '" + today + "'")
                .replace(":soon", "date '" + today + "' + 30");
        List<String> found = new ArrayList<>();
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "sekisho.actor", "person:" + UUID.randomUUID());
            set(connection, "sekisho.organisation", organisation.toString());
            set(connection, "sekisho.reach", reach);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select " + what + " from (" + query + ") w where w.engagement = '" + engagement + "'")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
