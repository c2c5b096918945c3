package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.DeliveredTables;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.persistence.shared.TestDatabase;

/** Which reports the job asks about again when another version of a table has come to govern them. */
class OtherTablesTest {

    private static final GoverningTables SECOND = GoverningTables.of(
            Optional.of(new TablesClause(new TableReference("risk", 1), new TableReference("escalation", 2))),
            reference -> reference.code().equals("escalation")
                    ? Optional.of(DeliveredTables.escalation().as("escalation", reference.version()))
                    : Optional.empty());

    private static final Comparator<UUID> BY_TEXT = Comparator.comparing(UUID::toString);

    private static final Pattern READ = Pattern.compile("on report_answered_by .*actual time=\\S+ rows=(\\d+)");
    private static final Pattern PAGES = Pattern.compile("(?:hit|read)=(\\d+)");

    private final Bench bench = new Bench();

    @Test
    void onlyWhatAnotherVersionAnsweredLastIsFound() {
        UUID before = answered(RiskTier.HIGH, 1, 1);
        UUID now = answered(RiskTier.HIGH, 1, 2);
        UUID rated = answered(RiskTier.HIGH, 2, 2);
        UUID meanwhile = answered(RiskTier.HIGH, 1, 1);
        evaluate(meanwhile, 2, Bench.NOW.plusSeconds(1));
        UUID back = answered(RiskTier.HIGH, 1, 2);
        evaluate(back, 1, Bench.NOW.plusSeconds(1));
        UUID over = answered(RiskTier.HIGH, 1, 1);
        run("update report set state = 'REJECTED' where id = ?", over);
        UUID never = bench.inReview(RiskTier.HIGH, 1);
        List<UUID> found = found(Map.of(bench.agreement, SECOND), 5_000);
        assertEquals(List.of(before, rated, back).stream().sorted(BY_TEXT).toList(), found);
        assertFalse(found.contains(now) || found.contains(never));
        assertEquals(List.of(), found(Map.of(UUID.randomUUID(), SECOND), 5_000), "under another agreement");
        assertEquals(List.of(), found(Map.of(), 5_000));
    }

    @Test
    void theGravestComeFirstAndNoMoreThanAsked() {
        UUID low = answered(RiskTier.LOW, 1, 1);
        UUID critical = answered(RiskTier.CRITICAL, 1, 1);
        UUID high = answered(RiskTier.HIGH, 1, 1);
        Map<UUID, GoverningTables> governing = Map.of(bench.agreement, SECOND);
        assertEquals(List.of(critical, high), found(governing, 2));
        assertEquals(List.of(critical, high, low), found(governing, 3));
    }

    @Test
    void theJobKnowsUnderWhichAgreementsReportsGoOn() {
        assertFalse(agreements().contains(bench.agreement));
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        assertTrue(agreements().contains(bench.agreement));
        run("update report set state = 'REJECTED' where id = ?", report);
        assertFalse(agreements().contains(bench.agreement));
    }

    @Test
    void whatIsOpenedAnewIsFoundAndWhatIsOverIsNot() {
        UUID report = answered(RiskTier.HIGH, 1, 1);
        String state = "update report set state = ? where id = ?";
        run(state, "REJECTED", report);
        assertEquals(List.of(), found(Map.of(bench.agreement, SECOND), 5_000));
        run(state, "IN_REVIEW", report);
        assertEquals(List.of(report), found(Map.of(bench.agreement, SECOND), 5_000));
    }

    @Test
    void whoeverIsBrokenOffFindsTheRestAndNothingIsMissed() {
        Map<UUID, GoverningTables> governing = Map.of(bench.agreement, SECOND);
        List<UUID> all = Stream.generate(() -> answered(RiskTier.HIGH, 1, 1))
                .limit(5)
                .sorted(BY_TEXT)
                .toList();
        List<UUID> page = found(governing, 2);
        assertEquals(all.subList(0, 2), page);
        evaluate(page.get(0), 2, Bench.NOW.plusSeconds(1));
        assertEquals(all.subList(1, 5), found(governing, 5_000), "broken off after the first");
        all.subList(1, 5).forEach(each -> evaluate(each, 2, Bench.NOW.plusSeconds(1)));
        assertEquals(List.of(), found(governing, 5_000));
        UUID late = answered(RiskTier.HIGH, 1, 1);
        assertEquals(
                List.of(late), found(governing, 5_000), "asked under the old version, and written after the sweep");
    }

    @Test
    void aReportThatIsWrittenAfterItsRatingIsKnownToo() throws SQLException {
        UUID like = answered(RiskTier.HIGH, 1, 1);
        UUID late = UUID.randomUUID();
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            owner.setAutoCommit(false);
            Rows.run(
                    owner,
                    """
                    insert into report_rating (id, report_id, organisation_id, revision_sha256, table_code, table_version, table_row, inputs, outcome, rated_at)
                    select gen_random_uuid(), ?, organisation_id, revision_sha256, table_code, 7, table_row, inputs, outcome, rated_at
                    from report_rating where report_id = ?
                    """,
                    late,
                    like);
            Rows.run(
                    owner,
                    "insert into report select (jsonb_populate_record(r, jsonb_build_object('id', ?::text, 'number', 99999))).* from report r where id = ?",
                    late.toString(),
                    like);
            assertEquals(List.of("RISK 7"), answeredBy(owner, late));
            owner.rollback();
        }
    }

    @Test
    void onlyTheJobSeesWhichVersionAnswered() throws SQLException {
        UUID report = answered(RiskTier.HIGH, 1, 1);
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            assertEquals(List.of("ESCALATION 1", "RISK 1"), answeredBy(owner, report));
        }
        assertEquals(
                List.of(),
                bench.as(bench.reviewer, "", entities -> answeredBy(entities.unwrap(Connection.class), report)));
    }

    private static List<String> answeredBy(Connection connection, UUID report) {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select answers || ' ' || table_version from report_answered_by where report_id = ? order by answers")) {
            statement.setObject(1, report);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return found;
    }

    @Test
    void nothingIsReadWhereNothingChangedHoweverManyReportsThereAre() throws SQLException {
        GeneratedReports made = new GeneratedReports("othertables", 5_000);
        answerAll(made);
        String unchanged = explain(made, 1);
        assertEquals(0, sum(READ, unchanged), unchanged);
        assertFalse(unchanged.contains("Removed by Filter"), unchanged);
        assertTrue(unchanged.contains("report_answered_by_version"), unchanged);
        // From the root of the index to a leaf, for either side of either version.
        assertTrue(sum(PAGES, unchanged.substring(0, unchanged.indexOf("->"))) <= 16, unchanged);
        String changed = explain(made, 2);
        assertTrue(sum(READ, changed) > 100, changed);
    }

    private static int sum(Pattern of, String plan) {
        return of.matcher(plan)
                .results()
                .mapToInt(each -> Integer.parseInt(each.group(1)))
                .sum();
    }

    /** Three times, each report of every institution, as the job would have. */
    private static void answerAll(GeneratedReports made) throws SQLException {
        try (Connection superuser = made.superuser();
                Statement statement = superuser.createStatement()) {
            for (int hour = 0; hour < 3; hour++) {
                statement.execute(
                        """
                        insert into report_rating (id, report_id, organisation_id, revision_sha256, table_code, table_version, table_row, inputs, outcome, rated_at)
                        select gen_random_uuid(), id, organisation_id, repeat('0', 64), 'risk', 1, 0, '[]', 'LOW', received_at + interval '%1$s hour' from report;
                        insert into report_evaluation (id, report_id, organisation_id, revision_id, cause, table_code, table_version, row_number, inputs, listed,
                            level, evaluated_at)
                        select gen_random_uuid(), id, organisation_id, current_revision_id, 'FILED', 'escalation', 1, 0, '{}', 'NONE', 'NONE',
                            received_at + interval '%1$s hour' from report
                        """
                                .formatted(hour));
            }
            statement.execute("vacuum analyze");
        }
    }

    /** What the database does to find the reports of one institution that another version than this answered. */
    private static String explain(GeneratedReports made, int escalation) throws SQLException {
        try (EntityManager entities = made.open()) {
            entities.getTransaction().begin();
            Rows.run(entities.unwrap(Connection.class), "select enter_system(?)", "escalation-clock");
            List<String> plan = ReviewQueueListsTest.sql(entities)
                    .query("explain (analyze, buffers) " + EvaluationRows.GOVERNED_OTHERWISE)
                    .with("agreements", GeneratedReports.id(11, 6).toString())
                    .with("risks", "risk")
                    .with("tiersBy", "1")
                    .with("escalations", "escalation")
                    .with("levelsBy", Integer.toString(escalation))
                    .with("most", 100)
                    .list(row -> row.text(0));
            entities.getTransaction().rollback();
            return String.join("\n", plan);
        }
    }

    private UUID answered(RiskTier tier, int risk, int escalation) {
        UUID id = bench.inReview(tier, 1);
        bench.as(bench.reviewer, "", entities -> {
            Report report = Bench.lock(entities, id);
            Evaluation answer = new Evaluation("risk", risk, 0, Map.of("SEVERITY", "HIGH"), tier.name());
            entities.persist(new Rating(report, answer, Assessment.NONE, bench.reviewer, Bench.NOW));
            return id;
        });
        evaluate(id, escalation, Bench.NOW);
        return id;
    }

    private void evaluate(UUID id, int version, Instant at) {
        bench.as(bench.reviewer, "", entities -> {
            Report report = Bench.lock(entities, id);
            Evaluation answer = new Evaluation("escalation", version, 0, Map.of("EXPLOITATION", "NONE"), "NONE");
            entities.persist(
                    new ReportEvaluation(report, EvaluationCause.TABLE_CHANGED, answer, ExploitationStage.NONE, at));
            return id;
        });
    }

    private static List<UUID> found(Map<UUID, GoverningTables> governing, int limit) {
        return WaitingReviewRowsTest.asJob(
                "escalation-clock", entities -> rows(entities).governedOtherwise(governing, limit));
    }

    private static Set<UUID> agreements() {
        return WaitingReviewRowsTest.asJob(
                "escalation-clock", entities -> rows(entities).agreements());
    }

    private static EvaluationRows rows(EntityManager entities) {
        EvaluationRows rows = new EvaluationRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }

    private static void run(String sql, Object... parameters) {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, sql, parameters);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
