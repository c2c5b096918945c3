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

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organisation(statement, OWNER, "waits-owner", "MODEL_PROVIDER");
            organisation(statement, AUDITED, "waits-audited", "INSTITUTION");
            organisation(statement, RIVAL, "waits-rival", "INSTITUTION");
            statement.execute(
                    """
                    insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                        intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, state, scheduled_at)
                    values ('%s', 0, 'AUD-WAITS', '%s', 'ISAE_3000', 'LIMITED', '', '%s', '', '2026-07-01', '2026-09-30', '2026-12-15', 3, 12,
                        'SCHEDULED', '2026-06-01 00:00Z')
                    """
                            .formatted(ENGAGEMENT, OWNER, AUDITED));
            organisation(statement, AUTHORITY, "waits-authority", "AUTHORITY");
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
            connection.commit();
        }
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

    /** Number and organisation of what waits in this test's engagement. */
    private static List<String> waiting(Kind kind, UUID organisation, String reach, String today) throws SQLException {
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
                    ResultSet rows = statement.executeQuery("select w.number, w.acting from (" + query
                            + ") w where w.engagement = '" + ENGAGEMENT + "'")) {
                while (rows.next()) {
                    found.add(rows.getString(1) + " " + rows.getString(2));
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

    private static void organisation(Statement statement, UUID id, String shortName, String kind) throws SQLException {
        statement.execute(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values"
                        + " ('"
                        + id + "', 0, '" + shortName + "', 'n', 'n', '" + kind
                        + "', 'ACTIVE', timestamptz '2026-05-14 00:00Z')");
    }
}
