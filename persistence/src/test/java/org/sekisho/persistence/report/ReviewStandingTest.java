package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.persistence.shared.TestDatabase;

/** What a report keeps of its review and its revision, against what those say, and who sees it. */
class ReviewStandingTest {

    private static final String KEPT =
            "select r.id from report r join agreement a on a.id = r.agreement_id where r.stage_id is not null";

    private static final String SAID =
            """
            select r.id from review_stage s join review_chain c on c.id = s.chain_id
                join report r on r.id = c.report_id and r.chain_id = c.id join agreement a on a.id = r.agreement_id
            where s.state = 'OPEN' and r.state = 'IN_REVIEW'
            """;

    private static final String UNLIKE =
            """
            select r.id from report r
                left join (review_stage s join review_chain c on c.id = s.chain_id)
                    on c.id = r.chain_id and c.report_id = r.id and r.state = 'IN_REVIEW' and s.state = 'OPEN'
                left join report_revision v on v.id = r.current_revision_id
            where (r.stage_id, r.stage_side, r.stage_rank, r.stage_quorum, r.stage_tier, r.due_at, r.revision_number)
                is distinct from (s.id, s.side, s.least_rank, s.quorum, c.tier, coalesce(s.due_at, r.deferred_until), v.number)
                and r.agreement_id =
            """;

    private final Bench bench = new Bench();

    @Test
    void aReportKeepsWhatItsReviewSaysAtEveryStep() {
        UUID agreed = bench.inReview(RiskTier.HIGH, 2);
        stands(agreed, "INSTITUTION_SECURITY");
        bench.vote(bench.reviewer, agreed, bench.hash(agreed), Choice.AGREES);
        stands(agreed, "INSTITUTION_SECURITY");
        bench.vote(bench.colleague, agreed, bench.hash(agreed), Choice.AGREES);
        stands(agreed, "AUTHORITY");
        bench.vote(bench.official, agreed, bench.hash(agreed), Choice.NO_OBJECTION);
        stands(agreed, "");

        UUID returned = bench.inReview(RiskTier.HIGH, 1);
        bench.vote(bench.reviewer, returned, bench.hash(returned), Choice.REJECTS);
        stands(returned, "");

        UUID changed = bench.inReview(RiskTier.HIGH, 1);
        String hash = bench.revise(bench.analyst, changed, bench.hash(changed), "Changed");
        stands(changed, "");
        bench.as(bench.analyst, "review-decision", entities -> {
            Report locked = Bench.lock(entities, changed);
            bench.submit(entities, locked, RiskTier.HIGH, 1);
            return hash;
        });
        stands(changed, "INSTITUTION_SECURITY");
    }

    @Test
    void aDeferredReportIsDueWhenItComesBack() {
        UUID report = bench.inReview(RiskTier.LOW, 1);
        bench.revise(bench.analyst, report, bench.hash(report), "Later");
        bench.as(bench.analyst, "", entities -> {
            Bench.lock(entities, report)
                    .flow()
                    .defer(bench.analyst, Bench.NOW.plus(Duration.ofDays(9)), "Later", bench.vault, Bench.NOW);
            return report;
        });
        stands(report, "");
        assertEquals(
                Set.of(report.toString()),
                asOwner("select id from report where id = '" + report + "' and due_at = deferred_until"));
    }

    @Test
    void whoeverSawTheStageThatWaitsSeesTheSameWithoutIt() throws SQLException {
        UUID first = bench.inReview(RiskTier.HIGH, 1);
        UUID second = bench.inReview(RiskTier.HIGH, 1);
        bench.vote(bench.reviewer, second, bench.hash(second), Choice.AGREES);
        UUID third = bench.inReview(RiskTier.HIGH, 1);
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, "update report set provider_id = ? where id = ?", bench.rival, third);
        }
        for (Actor actor : List.of(bench.analyst, bench.reviewer, bench.official, bench.stranger, bench.coordinator)) {
            for (String borrowed : List.of("", "review-decision", "access-decision", "pack-collection")) {
                for (String reach :
                        List.of("as it is", "", "notices", "reports", "agreements-read", "reports,agreements-read")) {
                    same(actor, borrowed, reach, "{" + bench.agreement + "}");
                    same(actor, borrowed, reach, "");
                }
            }
        }
        assertEquals(ids(first, second, third), seen(bench.reviewer));
        assertEquals(ids(second), seen(bench.official));
        assertEquals(ids(third), seen(bench.stranger));
        assertTrue(seen(bench.coordinator).containsAll(ids(first, second, third)));
    }

    @Test
    void whereAReviewStandsIsNobodysToSay() throws SQLException {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, bench.analyst, "");
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> Rows.run(connection, "update report set stage_side = 'AUTHORITY' where id = ?", report));
            assertEquals("42501", refused.getSQLState());
        }
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, "update report set stage_side = 'AUTHORITY', due_at = null where id = ?", report);
        }
        stands(report, "INSTITUTION_SECURITY");
    }

    private void same(Actor actor, String borrowed, String reach, String agreements) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, borrowed);
            if (!reach.equals("as it is")) {
                Rows.run(connection, "select set_config('sekisho.reach', ?, true)", reach);
            }
            Rows.run(connection, "select set_config('sekisho.agreements', ?, true)", agreements);
            assertEquals(
                    read(connection, SAID),
                    read(connection, KEPT),
                    () -> actor.name() + " borrows " + borrowed + " and reaches " + reach);
        }
    }

    private Set<String> seen(Actor actor) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, "");
            return read(connection, KEPT);
        }
    }

    private static Set<String> ids(UUID... ids) {
        Set<String> texts = new TreeSet<>();
        for (UUID each : ids) {
            texts.add(each.toString());
        }
        return texts;
    }

    private void stands(UUID report, String side) {
        // Of others there may be rows that were written past the triggers.
        assertEquals(Set.of(), asOwner(UNLIKE + "'" + bench.agreement + "'"));
        assertEquals(Set.of(side), asOwner("select coalesce(stage_side, '') from report where id = '" + report + "'"));
    }

    private static Set<String> asOwner(String query) {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            return read(owner, query);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Set<String> read(Connection connection, String query) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
