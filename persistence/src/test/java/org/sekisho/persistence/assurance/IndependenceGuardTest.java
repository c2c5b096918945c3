package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.persistence.assurance.AuditRows.organisation;
import static org.sekisho.persistence.assurance.AuditRows.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;

/** The database refuses what would let somebody accept independence alone, or begin without it, whoever writes the rows. */
class IndependenceGuardTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID REVIEWER = UUID.randomUUID();
    /** A coordinator who left the firm a year ago. */
    private static final UUID FORMER = UUID.randomUUID();

    private static final String SECRETARIATS = "SECRETARIAT";
    private static final String AUTHORITYS = "AUTHORITY";

    private UUID engagement = UUID.randomUUID();
    private UUID declaration = UUID.randomUUID();

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            organisation(statement, OWNER, "guard-owner", "MINISTRY");
            organisation(statement, AUDITED, "guard-audited", "INSTITUTION");
            organisation(statement, FIRM, "guard-firm", "AUDIT_FIRM");
            organisation(statement, AUTHORITY, "guard-authority", "AUTHORITY");
            person(statement, COORDINATOR, OWNER);
            person(statement, SECOND, OWNER);
            person(statement, FORMER, OWNER);
            person(statement, AUDITOR, FIRM);
            person(statement, REVIEWER, AUTHORITY);
            statement.execute("insert into affiliation values ('%s', '%s', '%s', 'HOST', '2024-01-01', '2025-09-30')"
                    .formatted(UUID.randomUUID(), FORMER, FIRM));
        }
    }

    /** With an auditor on the team, whose declaration waits. */
    @BeforeEach
    void schedule() throws SQLException {
        engagement = UUID.randomUUID();
        write(
                """
                insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                    intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, firm_id, state, scheduled_at)
                values ('%s', 0, '%s', '%s', 'ISAE_3000', 'LIMITED', 'criteria', '%s', 'users', '2026-07-01', '2026-09-30', '2026-12-15', 3,
                    12, '%s', 'SCHEDULED', '2026-06-01 00:00Z')
                """
                        .formatted(engagement, engagement, OWNER, AUDITED, FIRM));
        write(
                """
                insert into engagement_member (id, row_version, engagement_id, person_id, firm_id, assigned_by_person_id, assigned_at)
                values ('%s', 0, '%s', '%s', '%s', '%s', '2026-06-10 00:00Z')
                """
                        .formatted(UUID.randomUUID(), engagement, AUDITOR, FIRM, COORDINATOR));
        declaration = declared("'" + AUDITOR + "'");
    }

    @Test
    void twoPeopleOfTwoSidesAcceptAndTheFieldworkBegins() throws SQLException {
        acceptByTwo(declaration);
        acceptByTwo(declared("null"));
        begin();
        assertEquals("FIELDWORK", state());
    }

    @Test
    void nobodyDecidesForBothSides() throws SQLException {
        decide(declaration, SECRETARIATS, OWNER, COORDINATOR);
        assertRefused("independence_verdict_by_two", () -> decide(declaration, AUTHORITYS, AUTHORITY, COORDINATOR));
        decide(declaration, AUTHORITYS, AUTHORITY, SECOND);
    }

    @Test
    void whoeverDeclaredDoesNotDecide() throws SQLException {
        assertRefused("independence_verdict_not_own", () -> decide(declaration, SECRETARIATS, OWNER, AUDITOR));
        write("update independence_declaration set declared_by_person_id = '" + SECOND + "' where id = '" + declaration
                + "'");
        assertRefused("independence_verdict_not_own", () -> decide(declaration, SECRETARIATS, OWNER, SECOND));
        assertRefused("independence_verdict_not_own", () -> decide(declaration, AUTHORITYS, AUTHORITY, AUDITOR));
    }

    @Test
    void nobodyOfTheFirmDecidesAndNobodyWhoLeftItAYearAgo() {
        assertRefused("independence_verdict_not_of_firm", () -> decide(declaration, SECRETARIATS, OWNER, FORMER));
        assertRefused("independence_verdict_not_of_firm", () -> decide(declaration, AUTHORITYS, AUTHORITY, FORMER));
    }

    @Test
    void noOrganisationDecidesForAnother() {
        assertRefused("independence_verdict_by_side", () -> decide(declaration, SECRETARIATS, AUTHORITY, REVIEWER));
        assertRefused("independence_verdict_by_side", () -> decide(declaration, AUTHORITYS, OWNER, COORDINATOR));
    }

    @Test
    void aDeclarationIsAcceptedByBothOrNotAtAll() throws SQLException {
        assertRefused("independence_accepted_by_both", () -> accepted(declaration));
        decide(declaration, SECRETARIATS, OWNER, COORDINATOR);
        assertRefused("independence_accepted_by_both", () -> accepted(declaration));
        decide(declaration, AUTHORITYS, AUTHORITY, REVIEWER);
        accepted(declaration);
    }

    @Test
    void theFieldworkWaitsForTheFirmsOwnDeclaration() throws SQLException {
        acceptByTwo(declaration);
        assertRefused("engagement_begun_independent", this::begin);
        UUID firms = declared("null");
        assertRefused("engagement_begun_independent", this::begin);
        acceptByTwo(firms);
        write("update independence_declaration set valid_until = '2026-07-05' where id = '" + firms + "'");
        assertRefused("engagement_begun_independent", this::begin);
    }

    @Test
    void theFieldworkWaitsForEverybodyOnTheTeam() throws SQLException {
        acceptByTwo(declared("null"));
        assertRefused("engagement_begun_independent", this::begin);
        write("update engagement_member set released_by_person_id = '" + COORDINATOR
                + "', released_at = '2026-07-01 00:00Z' where engagement_id = '" + engagement + "'");
        assertRefused("engagement_begun_independent", this::begin);
    }

    @Test
    void theApplicationInsertsNothingThatHasBegunOrIsAccepted() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            for (String setting : new String[] {
                "sekisho.actor=person:" + COORDINATOR, "sekisho.organisation=" + OWNER, "sekisho.reach=engagements"
            }) {
                try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, true)")) {
                    set.setString(1, setting.replaceFirst("=.*", ""));
                    set.setString(2, setting.replaceFirst(".*?=", ""));
                    set.execute();
                }
            }
            SQLException refused = assertThrows(SQLException.class, () -> connection
                    .createStatement()
                    .execute(declaring(UUID.randomUUID(), "null", "'ACCEPTED', '2026-07-03 00:00Z', '2027-07-02'")));
            assertEquals("42501", refused.getSQLState());
        }
    }

    /** An auditor's reach ends with the firm's independence as with the own. */
    @Test
    void theTeamReadsOnlyWhileTheFirmIsIndependent() throws SQLException {
        UUID firms = declared("null");
        acceptByTwo(declaration);
        acceptByTwo(firms);
        begin();
        assertEquals("{" + engagement + "}", opened("2026-07-06"));
        write("update independence_declaration set valid_until = '2026-07-05' where id = '" + firms + "'");
        assertEquals("{}", opened("2026-07-06"));
    }

    private String opened(String day) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select enter_audits('%s', '%s', '{}', '%s')".formatted(AUDITOR, FIRM, day));
            try (ResultSet rows =
                    statement.executeQuery("select array(select unnest(open_engagements()) intersect select '"
                            + engagement + "'::uuid)::text")) {
                assertTrue(rows.next());
                return rows.getString(1);
            }
        }
    }

    private UUID declared(String person) throws SQLException {
        UUID id = UUID.randomUUID();
        write(declaring(id, person, "'DECLARED', null, null"));
        return id;
    }

    private String declaring(UUID id, String person, String state) {
        return """
                insert into independence_declaration (id, row_version, engagement_id, firm_id, person_id, declared_by_person_id, declared_at,
                    state, decided_at, valid_until)
                values ('%s', 0, '%s', '%s', %s, '%s', '2026-07-02 00:00Z', %s)
                """
                .formatted(id, engagement, FIRM, person, AUDITOR, state);
    }

    private static void acceptByTwo(UUID declaration) throws SQLException {
        decide(declaration, SECRETARIATS, OWNER, COORDINATOR);
        decide(declaration, AUTHORITYS, AUTHORITY, REVIEWER);
        accepted(declaration);
    }

    private static void decide(UUID declaration, String side, UUID organisation, UUID person) throws SQLException {
        write(
                """
                insert into independence_verdict (declaration_id, side, accepted, organisation_id, person_id, decided_at, reason, reference)
                values ('%s', '%s', true, '%s', '%s', '2026-07-03 00:00Z', '', '')
                """
                        .formatted(declaration, side, organisation, person));
    }

    private static void accepted(UUID declaration) throws SQLException {
        write(
                "update independence_declaration set state = 'ACCEPTED', decided_at = '2026-07-03 00:00Z', valid_until = '2027-07-02'"
                        + " where id = '" + declaration + "'");
    }

    private void begin() throws SQLException {
        write("update engagement set state = 'FIELDWORK', fieldwork_at = '2026-07-06 00:00Z' where id = '" + engagement
                + "'");
    }

    private String state() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select state from engagement where id = '" + engagement + "'")) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private interface Writing {
        void run() throws SQLException;
    }

    private static void assertRefused(String constraint, Writing writing) {
        SQLException refused = assertThrows(SQLException.class, writing::run);
        assertEquals(constraint, constraint(refused), refused.getMessage());
    }

    private static String constraint(SQLException refused) {
        return refused instanceof org.postgresql.util.PSQLException told && told.getServerErrorMessage() != null
                ? String.valueOf(told.getServerErrorMessage().getConstraint())
                : refused.toString();
    }

    /** Each in a transaction of its own, so that what is checked at the commit is checked. */
    private static void write(String sql) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
