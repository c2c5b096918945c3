package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.persistence.shared.TestDatabase;

/** Whose rows of reports and their review somebody sees, with queries that filter nothing. */
class ReportIsolationTest {

    private static final List<String> OVERVIEW = List.of("report", "report_revision", "review_chain", "review_stage");
    private static final List<String> CONTENT =
            List.of("report_content", "report_step", "review_author", "review_vote", "review_vote_choice");

    private final Bench bench = new Bench();
    private UUID report = UUID.randomUUID();

    @BeforeEach
    void aReportInReview() {
        report = bench.inReview(RiskTier.HIGH, 2);
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
    }

    @Test
    void aRivalBankSeesNothing() {
        seen(bench.stranger, "").forEach((table, rows) -> assertEquals(0, rows, table));
        seen(bench.stranger, "review-decision").forEach((table, rows) -> assertEquals(0, rows, table));
        pass();
        seen(bench.stranger, "").forEach((table, rows) -> assertEquals(0, rows, table));
    }

    @Test
    void withoutAnActorNothingIsSeen() throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            for (String table : OVERVIEW) {
                assertEquals(0, count(connection, table), table);
            }
            for (String table : CONTENT) {
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @Test
    void theBankSeesItsOwn() {
        Map<String, Long> seen = seen(bench.reviewer, "");
        assertEquals(1, seen.get("report"));
        assertEquals(2, seen.get("review_stage"));
        assertEquals(1, seen.get("report_content"));
        assertEquals(1, seen.get("review_vote"));
    }

    @Test
    void aVoteIsHiddenFromTheStagesOtherReviewersUntilItCloses() {
        assertEquals(0, seen(bench.colleague, "").get("review_vote"));
        assertEquals(0, seen(bench.colleague, "").get("review_vote_choice"));
        assertEquals(1, seen(bench.colleague, "review-decision").get("review_vote"));
        pass();
        assertEquals(2, seen(bench.colleague, "").get("review_vote"));
        assertEquals(2, seen(bench.colleague, "").get("review_vote_choice"));
    }

    @Test
    void theAuthorityReadsFromItsStageOn() {
        seen(bench.official, "").forEach((table, rows) -> assertEquals(0, rows, table));
        pass();
        Map<String, Long> seen = seen(bench.official, "");
        assertEquals(1, seen.get("report"));
        assertEquals(1, seen.get("report_content"));
        assertEquals(2, seen.get("review_vote"));
    }

    @Test
    void anAuthorityThatDoesntReadTheAgreementSeesNothing() throws SQLException {
        pass();
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, bench.official, "");
            Rows.run(connection, "select set_config('sekisho.agreements', '', true)");
            assertEquals(0, count(connection, "report"));
            assertEquals(0, count(connection, "report_content"));
        }
    }

    @Test
    void theAuthorityReadsAtOnceWhereTheCisoOrderedAMeasure() {
        Actor ciso = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.CISO);
        bench.as(ciso, "", entities -> {
            Report locked = Bench.lock(entities, report);
            entities.persist(new InterimMeasure(
                    locked,
                    InterimMeasure.Kind.ISOLATION,
                    ciso,
                    "Exploited",
                    Bench.NOW.plus(Duration.ofDays(2)),
                    bench.vault,
                    Bench.NOW));
            return report;
        });
        assertEquals(1, seen(bench.official, "").get("report_content"));
        assertEquals(0, seen(bench.official, "").get("review_vote"));
        assertEquals(1, counted(bench.official, "interim_measure"));
        assertEquals(0, counted(bench.stranger, "interim_measure"));
        // Of others, the coordinator sees those whose review is late.
        assertEquals(0, counted(bench.coordinator, "interim_measure where report_id = '" + report + "'"));
    }

    @Test
    void theCoordinatorSeesThatThereIsAReportAndWhereItStandsAndNotWhatItSays() {
        pass();
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, bench.coordinator, "");
            for (String table : CONTENT) {
                assertEquals(0, count(connection, table), table);
            }
            assertEquals(1, count(connection, "report where id = '" + report + "'"));
            assertEquals(
                    2,
                    count(
                            connection,
                            "review_stage s join review_chain c on c.id = s.chain_id where c.report_id = '" + report
                                    + "'"));
            assertEquals(
                    0,
                    connection
                            .createStatement()
                            .executeUpdate("update report set tier = 'LOW' where id = '" + report + "'"));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void whatAReportNamesFindsItForWhoeverReadsIt() throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(
                    owner,
                    "insert into report_marker (report_id, organisation_id, kind, value) values (?, ?, 'COMPONENT', ?)",
                    report,
                    bench.bank,
                    "Component " + report);
            String found = "reports_naming('component " + report + "')";
            assertEquals(1, counted(bench.reviewer, found));
            assertEquals(0, counted(bench.official, found));
            assertEquals(0, counted(bench.stranger, found));
            assertEquals(0, counted(bench.coordinator, found));
            pass();
            assertEquals(1, counted(bench.official, found));
            Rows.run(owner, "update report set provider_id = ? where id = ?", bench.rival, report);
            assertEquals(1, counted(bench.stranger, found));
        }
    }

    @Test
    void reportsAreAlikeForWhoeverReadsBoth() throws SQLException {
        UUID other = bench.inReview(RiskTier.HIGH, 1);
        String component = "Component of two " + report;
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            for (UUID each : List.of(report, other)) {
                Rows.run(
                        owner,
                        "insert into report_marker (report_id, organisation_id, kind, value) values (?, ?, 'COMPONENT', ?)",
                        each,
                        bench.bank,
                        component);
            }
        }
        String alike = "reports_alike('" + report + "', 100) where report_id = '" + other + "' and markers = 1";
        assertEquals(1, counted(bench.reviewer, alike));
        assertEquals(0, counted(bench.reviewer, "reports_alike('" + report + "', 0)"));
        assertEquals(1, counted(bench.reviewer, "reports_naming('" + component + "', 1)"));
        assertEquals(2, counted(bench.reviewer, "reports_naming('" + component + "')"));
        pass();
        assertEquals(0, counted(bench.official, alike), "It reads the first alone");
        bench.vote(bench.colleague, other, bench.hash(other), Choice.AGREES);
        assertEquals(1, counted(bench.official, alike));
        assertEquals(1, counted(bench.official, "reports_naming('" + component + "', 1)"));
        assertEquals(0, counted(bench.stranger, alike));
        assertEquals(0, counted(bench.coordinator, alike));
    }

    @Test
    void nobodyWritesForTheBankFromOutside() throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, bench.stranger, "");
            assertEquals(0, connection.createStatement().executeUpdate("update report set tier = 'LOW'"));
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> Rows.run(
                            connection,
                            "insert into report_content (revision_id, organisation_id, sealed) values (?, ?, '\\x01')",
                            UUID.randomUUID(),
                            bench.bank));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void theContentIsSealedAndOpensToWhatItsHashNames() {
        String opened = bench.as(bench.colleague, "", entities -> {
            Report read = entities.find(Report.class, report);
            RevisionContent content =
                    entities.find(RevisionContent.class, read.current().id());
            return content.open(read.current(), bench.vault).text();
        });
        assertEquals(Bench.CONTENT.text(), opened);
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            assertEquals(0, count(owner, "report_content where position('length' in encode(sealed, 'escape')) > 0"));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void thePolicyOfTheTrailKnowsWhoseReportItIsWhoeverActsOnIt() throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, bench.stranger, "");
            assertEquals(
                    1,
                    count(
                            connection,
                            "(select 1 where audited_owner('report', '" + report + "') = '" + bench.bank + "') owned"));
            for (String kind : List.of("escalation", "release", "embargo", "disclosure", "agreement")) {
                assertEquals(
                        1,
                        count(
                                connection,
                                "(select 1 where audited_owner('" + kind + "', '" + report + "') is null) none"),
                        kind);
            }
        }
    }

    /** The bank's stage passes. */
    private void pass() {
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
    }

    private Map<String, Long> seen(Actor actor, String borrowed) {
        Map<String, Long> seen = new LinkedHashMap<>();
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, borrowed);
            for (String table : OVERVIEW) {
                seen.put(table, count(connection, table));
            }
            for (String table : CONTENT) {
                seen.put(table, count(connection, table));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return seen;
    }

    private long counted(Actor actor, String table) {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, "");
            return count(connection, table);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
