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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;

/** Who sees findings, the controls that they name, and corrective actions, and what the database refuses about them whoever writes the rows. */
class FindingGuardTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID BANKER = UUID.randomUUID();

    private UUID engagement = UUID.randomUUID();
    private UUID finding = UUID.randomUUID();

    @BeforeAll
    static void prepare() throws SQLException {
        asOwner(statement -> {
            organisation(statement, OWNER, "findings-owner", "MODEL_PROVIDER");
            organisation(statement, AUDITED, "findings-audited", "INSTITUTION");
            organisation(statement, RIVAL, "findings-rival", "INSTITUTION");
            organisation(statement, FIRM, "findings-firm", "AUDIT_FIRM");
            person(statement, COORDINATOR, OWNER);
            person(statement, AUDITOR, FIRM);
            person(statement, BANKER, AUDITED);
        });
    }

    /** With a draft of a critical finding that names a control. */
    @BeforeEach
    void begin() throws SQLException {
        engagement = UUID.randomUUID();
        finding = UUID.randomUUID();
        asOwner(statement -> {
            AuditRows.engagement(
                    statement, engagement, "AUD-" + engagement.toString().substring(0, 8), OWNER, AUDITED, FIRM);
            statement.execute("insert into engagement_section values ('" + engagement + "', 'TRAINING')");
            statement.execute(
                    """
                    insert into audit_finding (id, row_version, engagement_id, organisation_id, number, section, severity, state, revision,
                        checked_revision, raised_by_person_id, raised_at)
                    values ('%s', 0, '%s', '%s', 1, 'TRAINING', 'CRITICAL', 'DRAFT', 1, 0, '%s', '2026-08-01 00:00Z')
                    """
                            .formatted(finding, engagement, AUDITED, AUDITOR));
            statement.execute("insert into audit_finding_text values ('" + UUID.randomUUID() + "', '" + finding
                    + "', 1, 'TITLE', '\\x01')");
            statement.execute(naming("tr-1"));
        });
    }

    private String naming(String control) {
        return "insert into audit_finding_control values ('" + finding + "', '" + control + "')";
    }

    private String forgetting() {
        return "delete from audit_finding_control where finding_id = '" + finding + "'";
    }

    private void show() throws SQLException {
        asOwner(statement -> statement.execute(
                """
                update audit_finding set state = 'FACT_CHECK', checked_revision = 1, shown_at = '2026-08-02 00:00Z',
                    facts_due = '2026-08-10', response_due = '2026-08-20', remedy_due = '2026-09-20'
                where id = '%s'
                """
                        .formatted(finding)));
    }

    private void establish() throws SQLException {
        show();
        asOwner(statement -> statement.execute(
                "update audit_finding set state = 'ESTABLISHED', established_at = '2026-08-03 00:00Z' where id = '"
                        + finding + "'"));
    }

    @Test
    void aDraftIsForTheTeamOnly() throws SQLException {
        assertEquals(List.of(1, 1, 1), seen(FIRM, "audits", open()));
        assertEquals(List.of(0, 0, 0), seen(FIRM, "audits", ""));
        assertEquals(List.of(0, 0, 0), seen(AUDITED, "", ""));
        assertEquals(List.of(0, 0, 0), seen(OWNER, "engagements", ""));
        assertEquals(List.of(0, 0, 0), seen(RIVAL, "", ""));
    }

    @Test
    void whatIsShownIsForTheAuditedOrganisationAndWhatStandsForWhoCommissionedTheAudit() throws SQLException {
        show();
        assertEquals(List.of(1, 1, 1), seen(AUDITED, "", ""));
        assertEquals(List.of(0, 0, 0), seen(OWNER, "engagements", ""));
        establish();
        assertEquals(List.of(1, 1, 1), seen(OWNER, "engagements", ""));
        assertEquals(List.of(0, 0, 0), seen(RIVAL, "", ""));
        assertEquals(List.of(0, 0, 0), seen(OWNER, "", ""));
    }

    @Test
    void aLaterAuditorOfTheSameOrganisationSeesWhatStands() throws SQLException {
        UUID later = UUID.randomUUID();
        UUID ofRival = UUID.randomUUID();
        asOwner(statement -> {
            AuditRows.engagement(statement, later, "AUD-" + later.toString().substring(0, 8), OWNER, AUDITED, FIRM);
            AuditRows.engagement(statement, ofRival, "AUD-" + ofRival.toString().substring(0, 8), OWNER, RIVAL, FIRM);
        });
        assertEquals(List.of(0, 0, 0), seen(FIRM, "audits", "{" + later + "}"));
        establish();
        assertEquals(List.of(1, 1, 1), seen(FIRM, "audits", "{" + later + "}"));
        assertEquals(List.of(0, 0, 0), seen(FIRM, "audits", "{" + ofRival + "}"));
    }

    @Test
    void onlyTheTeamOfTheOpenAuditNamesControls() throws SQLException {
        try (Connection connection = DATABASE.application().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            enter(connection, AUDITOR, FIRM, "audits", open());
            assertEquals(1, statement.executeUpdate(naming("ac-1")));
            assertEquals(2, statement.executeUpdate(forgetting()));
            connection.rollback();
            enter(connection, AUDITOR, FIRM, "audits", "");
            assertEquals(0, statement.executeUpdate(forgetting()));
            assertThrows(SQLException.class, () -> statement.execute(naming("ac-1")));
            connection.rollback();
            enter(connection, COORDINATOR, OWNER, "engagements", "");
            assertEquals(0, statement.executeUpdate(forgetting()));
            assertThrows(SQLException.class, () -> statement.execute(naming("ac-1")));
        }
    }

    @Test
    void theAuditedOrganisationChangesNoControlsOfAFindingThatItContests() throws SQLException {
        show();
        asOwner(statement ->
                statement.execute("update audit_finding set state = 'CONTESTED' where id = '" + finding + "'"));
        try (Connection connection = DATABASE.application().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            enter(connection, BANKER, AUDITED, "", "");
            assertEquals(0, statement.executeUpdate(forgetting()));
            assertThrows(SQLException.class, () -> statement.execute(naming("ac-1")));
        }
    }

    @Test
    void controlsChangeOnlyWhileTheFindingMayBeRevised() throws SQLException {
        asOwner(statement -> statement.execute(naming("ac-1")));
        show();
        refused("audit_finding_control_while_revisable", naming("ac-2"));
        refused("audit_finding_control_while_revisable", forgetting());
        asOwner(statement ->
                statement.execute("update audit_finding set state = 'CONTESTED' where id = '" + finding + "'"));
        asOwner(statement -> statement.execute(forgetting()));
    }

    @Test
    void anAuditWithAFindingThatIsntSettledIsNotClosed() throws SQLException {
        String close =
                """
                update engagement set state = 'CLOSED', reporting_at = '2026-10-02 00:00Z', closed_at = '2026-10-05 00:00Z',
                    closed_by_person_id = '%s', conclusion = 'QUALIFIED'
                where id = '%s'
                """
                        .formatted(AUDITOR, engagement);
        refused("engagement_findings_settled", close);
        establish();
        asOwner(statement -> statement.execute(close));
        refused(
                "audit_finding_while_open",
                "insert into audit_finding (id, row_version, engagement_id, organisation_id, number, section, severity, state,"
                        + " revision, checked_revision, raised_by_person_id, raised_at) values ('" + UUID.randomUUID()
                        + "', 0, '" + engagement + "', '" + AUDITED
                        + "', 2, 'TRAINING', 'LOW', 'DRAFT', 1, 0, '" + AUDITOR + "', '2026-10-06 00:00Z')");
    }

    @Test
    void aFindingIsAboutTheAuditedOrganisationAndItsCheckedWording() throws SQLException {
        refused(
                "audit_finding_of_audited",
                "update audit_finding set organisation_id = '" + RIVAL + "' where id = '" + finding + "'");
        show();
        refused(
                "audit_finding_facts_are_of_this_revision",
                "update audit_finding set revision = 2, state = 'ESTABLISHED', established_at = '2026-08-03 00:00Z' where id = '"
                        + finding + "'");
    }

    @Test
    void anActionAnswersAFindingThatStandsAndEndsInTime() throws SQLException {
        show();
        refused("corrective_action_of_established", action(1, "2026-09-01", "null"));
        establish();
        refused("corrective_action_in_time", action(1, "2026-09-21", "null"));
        asOwner(statement -> statement.execute(action(1, "2026-09-20", "null")));
        refused("corrective_action_number_once", action(1, "2026-09-01", "null"));
        refused("corrective_action_of_finding", action(2, "2026-09-01", "null").replace("'CRITICAL'", "'LOW'"));
    }

    /** Whoever plans nothing isn't let off, and what was reported in time stops nobody while it waits. */
    @Test
    void whatIsCriticalAndNotDoneIsKnownToTheAccessDecision() throws SQLException {
        establish();
        assertEquals(1, critical());
        asOwner(statement -> statement.execute(action(1, "2026-09-01", "null")));
        assertEquals(1, critical());
        report("2026-09-01 14:59:59Z");
        assertEquals(0, critical(), "Reported on its last day in Tokyo");
        report("2026-09-01 15:00:00Z");
        assertEquals(1, critical(), "Reported a day late in Tokyo");
        asOwner(statement ->
                statement.execute("update corrective_action set state = 'VERIFIED', judged_at = '2026-09-05 00:00Z',"
                        + " judged_by_person_id = '" + AUDITOR + "' where finding_id = '" + finding + "'"));
        assertEquals(0, critical());
    }

    @Test
    void theAuditedOrganisationNeitherLightensAFindingNorVerifiesItsOwnAction() throws SQLException {
        establish();
        asOwner(statement -> statement.execute(action(1, "2026-09-01", "null")));
        report("2026-09-01 00:00Z");
        refusedToBank(
                "audit_finding_by_auditors",
                "update audit_finding set remedy_due = '2027-09-20' where id = '" + finding + "'");
        refusedToBank(
                "corrective_action_not_by_own",
                "update corrective_action set state = 'VERIFIED', judged_at = '2026-09-05 00:00Z', judged_by_person_id = '"
                        + AUDITOR + "' where finding_id = '" + finding + "'");
    }

    private static void refusedToBank(String constraint, String statement) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection();
                Statement each = connection.createStatement()) {
            connection.setAutoCommit(false);
            set(connection, "sekisho.person", BANKER.toString());
            set(connection, "sekisho.organisation", AUDITED.toString());
            named(constraint, assertThrows(SQLException.class, () -> each.execute(statement)));
        }
    }

    private void report(String at) throws SQLException {
        asOwner(statement -> statement.execute("update corrective_action set state = 'REPORTED', reported_at = '" + at
                + "', reported_by_person_id = '" + BANKER + "' where finding_id = '" + finding + "'"));
    }

    /** What the condition asks, without the agreement, which these audits haven't. */
    private int critical() throws SQLException {
        String query = "select count(*) from ("
                + AssuranceCondition.OPEN_CRITICAL.replaceAll(
                        "[af]\\.agreement_id = any \\(cast\\(string_to_array\\(:agreements, ','\\) as uuid\\[\\]\\)\\)",
                        "e.id = '" + engagement + "'")
                + ") c";
        assertTrue(query.contains(engagement.toString()));
        try (Connection connection = DATABASE.owner().getConnection()) {
            return count(connection, query);
        }
    }

    private String action(int number, String due, String replaces) {
        return """
                insert into corrective_action (id, row_version, finding_id, engagement_id, organisation_id, number, severity, due, state,
                    replaces_id, planned_by_person_id, planned_at)
                values ('%s', 0, '%s', '%s', '%s', %d, 'CRITICAL', '%s', 'OPEN', %s, '%s', '2026-08-04 00:00Z')
                """
                .formatted(UUID.randomUUID(), finding, engagement, AUDITED, number, due, replaces, BANKER);
    }

    private String open() {
        return "{" + engagement + "}";
    }

    private static void refused(String constraint, String statement) {
        named(constraint, assertThrows(SQLException.class, () -> asOwner(each -> each.execute(statement))));
    }

    private static void named(String constraint, SQLException refused) {
        assertTrue(
                refused instanceof org.postgresql.util.PSQLException problem
                        && constraint.equals(problem.getServerErrorMessage().getConstraint()),
                refused.getMessage());
    }

    private interface Rows {
        void write(Statement statement) throws SQLException;
    }

    private static void asOwner(Rows rows) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            rows.write(statement);
        }
    }

    /** How many findings, texts and named controls somebody of the organisation sees. */
    private List<Integer> seen(UUID organisation, String reach, String open) throws SQLException {
        try (Connection connection = DATABASE.application().getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, BANKER, organisation, reach, open);
            return List.of(
                    count(connection, "select count(*) from audit_finding where id = '" + finding + "'"),
                    count(connection, "select count(*) from audit_finding_text where finding_id = '" + finding + "'"),
                    count(
                            connection,
                            "select count(*) from audit_finding_control where finding_id = '" + finding + "'"));
        }
    }

    private static void enter(Connection connection, UUID person, UUID organisation, String reach, String open)
            throws SQLException {
        set(connection, "sekisho.actor", "person:" + person);
        set(connection, "sekisho.person", person.toString());
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
}
