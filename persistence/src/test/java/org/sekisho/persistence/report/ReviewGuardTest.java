package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.persistence.shared.TestDatabase;

/** What the domain refuses in a review, the database refuses again, whatever comes past the domain. */
class ReviewGuardTest {

    private static final String VOTE =
            """
            insert into review_vote (id, chain_id, stage_id, revision_id, revision_sha256, person_id, organisation_id, cast_at)
            select ?, c.id, s.id, c.revision_id, c.revision_sha256, ?, ?, timestamptz '2026-11-27 02:00Z'
            from review_chain c join review_stage s on s.chain_id = c.id and s.position = ?
            where c.report_id = ? and c.state = 'OPEN'
            """;

    private final Bench bench = new Bench();
    private final UUID report = bench.inReview(RiskTier.HIGH, 2);

    @Test
    void oneOfTheSideVotesOnce() throws SQLException {
        insert(bench.reviewer, 1);
        assertEquals("review_vote_once", refused(bench.reviewer, 1));
    }

    @Test
    void anAuthorDoesntVote() {
        assertEquals("review_vote_not_by_author", refused(bench.analyst, 1));
    }

    @Test
    void noOrganisationVotesForAnother() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        Actor third = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
        assertEquals("review_vote_by_side", refused(third, 2));
        assertEquals("review_vote_while_open", refused(third, 1));
    }

    @Test
    void aColleagueWithoutTheRoleDoesntVote() throws SQLException {
        Actor engineer = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.ANALYST);
        assertEquals("review_vote_by_role", refused(engineer, 1));
        owner(
                "update role_assignment set state = 'ENDED', closed_by = 'x', closed_at = effective_at where person_id = ?",
                bench.reviewer.requirePerson());
        assertEquals("review_vote_by_role", refused(bench.reviewer, 1), "the role has ended");
        insert(bench.colleague, 1);
    }

    @Test
    void whoeverIsBelowTheRankThatAStageAsksForDoesntVote() throws SQLException {
        owner(
                "update review_stage set least_rank = 'MANAGER' where chain_id = (select c.id from review_chain c where c.report_id = ?)",
                report);
        assertEquals("review_vote_of_rank", refused(bench.reviewer, 1), "nothing is on file");
        record(bench.reviewer, "HEAD", 1);
        record(bench.colleague, "HEAD", 1);
        record(bench.colleague, "ANY", 2);
        insert(bench.reviewer, 1);
        assertEquals("review_vote_of_rank", refused(bench.colleague, 1), "the newest entry counts");
    }

    @Test
    void whoBelongedToAnotherSideInTheLastTwoYearsDoesntVote() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        Actor tied = bench.insertPerson(bench.unit, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, bench.bank);
        assertEquals("review_vote_untied", refused(tied, 2));
    }

    @Test
    void whoeverIsTiedToAnAuthorityThatVotedDoesntVoteForAnother() throws SQLException {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        UUID second = UUID.randomUUID();
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.organisation(owner, second, OrganisationKind.AUTHORITY);
            Rows.designate(owner, second);
        }
        Actor tied = bench.insertPerson(second, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, bench.unit);
        insert(bench.official, 2);
        assertEquals("review_vote_untied", refused(tied, 2));
        insert(bench.insertPerson(second, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER), 2);
    }

    @Test
    void aUnitThatIsNeitherDesignatedNorPartyDoesntVote() throws SQLException {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        owner(
                "update designation set ended_on = date '2026-11-26', ended_reason = 'x' where organisation_id = ?",
                bench.unit);
        assertEquals("review_vote_by_side", refused(bench.official, 2), "the designation has ended");
        owner(
                """
                insert into agreement_party (id, agreement_id, organisation_id, organisation_kind, role, name_en, name_ja, position, since_version)
                values (?, ?, ?, 'AUTHORITY', 'ACCEDING', 'n', 'n', 9, 1)
                """,
                UUID.randomUUID(),
                bench.agreement,
                bench.unit);
        insert(bench.official, 2);
    }

    @Test
    void nobodyAgreesToAHighRiskWithoutProvingWhoTheyAre() throws SQLException {
        insert(bench.reviewer, 1);
        String choice =
                "insert into review_vote_choice (vote_id, choice, reentered) select v.id, 'AGREES', ? from review_vote v"
                        + " where v.person_id = ?";
        PSQLException refused = assertThrows(
                PSQLException.class,
                () -> as(
                        bench.reviewer,
                        connection -> Rows.run(connection, choice, "NOTHING", bench.reviewer.requirePerson())));
        assertEquals("review_vote_choice_with_credentials", constraint(refused));
        as(bench.reviewer, connection -> Rows.run(connection, choice, "PASSWORD", bench.reviewer.requirePerson()));
    }

    @Test
    void nobodyVotesInAnothersName() {
        PSQLException failure = assertThrows(
                PSQLException.class,
                () -> as(bench.reviewer, connection -> {
                    Rows.run(
                            connection,
                            VOTE,
                            UUID.randomUUID(),
                            bench.colleague.requirePerson(),
                            bench.bank,
                            1,
                            report);
                }));
        assertEquals("42501", failure.getSQLState());
    }

    @Test
    void aVoteIsNeitherChangedNorTakenAway() {
        for (String attempt : List.of("update review_vote_choice set choice = 'AGREES'", "delete from review_vote")) {
            PSQLException failure = assertThrows(
                    PSQLException.class, () -> as(bench.reviewer, connection -> Rows.run(connection, attempt)));
            assertEquals("42501", failure.getSQLState());
        }
    }

    @Test
    void aDuplicateHasAReasonAndAnOriginalThatGoesOn() throws SQLException {
        UUID other = bench.inReview(RiskTier.HIGH, 2);
        String aside = "update report set state = 'DUPLICATE', duplicate_of_id = ?, chain_id = null where id = ?";
        as(bench.reviewer, connection -> {
            Rows.run(connection, aside, other, report);
            connection.commit();
        });
        PSQLException circle = assertThrows(
                PSQLException.class,
                () -> as(bench.reviewer, connection -> Rows.run(connection, aside, report, other)));
        assertEquals("report_original_goes_on", constraint(circle));
        PSQLException silent = assertThrows(
                PSQLException.class,
                () -> as(
                        bench.reviewer,
                        connection -> Rows.run(
                                connection,
                                """
                                insert into report_step (id, report_id, state, person_id, taken_at)
                                values (?, ?, 'DUPLICATE', ?, timestamptz '2026-11-27 02:00Z')
                                """,
                                UUID.randomUUID(),
                                report,
                                bench.reviewer.requirePerson())));
        assertEquals("report_step_duplicate_with_reason", constraint(silent));
    }

    @Test
    void aDuplicateIsOfNoMilderReport() {
        String aside = "update report set state = 'DUPLICATE', duplicate_of_id = ?, chain_id = null where id = ?";
        UUID milder = bench.inReview(RiskTier.MEDIUM, 2);
        PSQLException lowered = assertThrows(
                PSQLException.class,
                () -> as(bench.reviewer, connection -> Rows.run(connection, aside, milder, report)));
        assertEquals("report_original_no_milder", constraint(lowered));
    }

    @Test
    void aReportIsNotApprovedPastTheStages() {
        String approve =
                """
                update report set state = 'APPROVED', approved_revision_id = current_revision_id where id = ?
                """;
        assertEquals("report_approved_by_both_sides", refusedToApprove(approve));
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        assertEquals("report_approved_by_both_sides", refusedToApprove(approve));
        bench.vote(bench.official, report, bench.hash(report), Choice.NO_OBJECTION);
        assertEquals("APPROVED", state());
    }

    @Test
    void aPassedChainOfTheBankAloneDoesntApproveAHighRisk() {
        String forged =
                """
                with stages as (update review_stage s set state = 'VOID', closed_at = timestamptz '2026-11-27 03:00Z'
                                from review_chain c where c.id = s.chain_id and c.report_id = ? returning 1)
                update review_chain set state = 'PASSED', closed_at = timestamptz '2026-11-27 03:00Z'
                where report_id = ? and (select count(*) from stages) > 0
                """;
        PSQLException failure = assertThrows(
                PSQLException.class,
                () -> as(bench.reviewer, connection -> {
                    Rows.run(connection, forged, report, report);
                    Rows.run(
                            connection,
                            "update report set state = 'APPROVED', approved_revision_id = current_revision_id where id = ?",
                            report);
                    connection.commit();
                }));
        assertEquals("report_approved_by_both_sides", constraint(failure));
    }

    @Test
    void anApprovalDoesntOutliveTheRevision() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.official, report, bench.hash(report), Choice.NO_OBJECTION);
        String old = bench.hash(report);
        bench.revise(bench.analyst, report, old, "Changed");
        assertEquals("TRIAGE", state());
        PSQLException failure = assertThrows(
                PSQLException.class,
                () -> as(
                        bench.reviewer,
                        connection -> Rows.run(
                                connection,
                                """
                update report set state = 'APPROVED', chain_id = (select c.id from review_chain c where c.report_id = report.id),
                    approved_revision_id = (select v.id from report_revision v where v.report_id = report.id and v.number = 1)
                where id = ?
                """,
                                report)));
        assertEquals("report_approved_as_it_stands", constraint(failure));
    }

    @Test
    void aPersonWhoVotesManyTimesAtOnceVotesOnce() throws InterruptedException {
        String hash = bench.hash(report);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<UUID>> votes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean past = i % 2 == 0;
            votes.add(() -> {
                if (past) {
                    insert(bench.reviewer, 1);
                    return report;
                }
                return bench.vote(bench.reviewer, report, hash, Choice.AGREES);
            });
        }
        int cast = 0;
        for (Future<UUID> each : threads.invokeAll(votes)) {
            try {
                each.get();
                cast++;
            } catch (ExecutionException refused) {
                assertTrue(refused.getCause() != null);
            }
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        assertEquals(1, cast);
    }

    private void insert(Actor voter, int stage) throws SQLException {
        as(voter, connection -> {
            Rows.run(
                    connection,
                    VOTE,
                    UUID.randomUUID(),
                    voter.requirePerson(),
                    voter.organisation().orElseThrow(),
                    stage,
                    report);
            connection.commit();
        });
    }

    private void record(Actor reviewer, String rank, int hour) throws SQLException {
        owner(
                """
                insert into reviewer_rank (id, person_id, organisation_id, held_rank, recorded_by_person_id, recorded_at)
                values (?, ?, ?, ?, ?, timestamptz '2026-11-26 00:00Z' + ? * interval '1 hour')
                """,
                UUID.randomUUID(),
                reviewer.requirePerson(),
                bench.bank,
                rank,
                bench.analyst.requirePerson(),
                hour);
    }

    private static void owner(String statement, Object... parameters) throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, statement, parameters);
        }
    }

    private String refused(Actor voter, int stage) {
        return constraint(assertThrows(PSQLException.class, () -> insert(voter, stage)));
    }

    private String refusedToApprove(String statement) {
        return constraint(assertThrows(
                PSQLException.class,
                () -> as(bench.reviewer, connection -> {
                    Rows.run(connection, statement, report);
                    connection.commit();
                })));
    }

    private String state() {
        try (Connection owner = TestDatabase.get().owner().getConnection();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select state from report where id = '" + report + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String constraint(PSQLException failure) {
        var message = failure.getServerErrorMessage();
        return message == null ? "" : String.valueOf(message.getConstraint());
    }

    private interface Act {
        void run(Connection connection) throws SQLException;
    }

    private void as(Actor actor, Act act) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, "");
            act.run(connection);
        }
    }
}
