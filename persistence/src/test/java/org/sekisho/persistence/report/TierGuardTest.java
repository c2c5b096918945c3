package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.persistence.shared.TestDatabase;

/** Neither side lowers a tier alone, whatever comes past the domain. */
class TierGuardTest {

    private static final String BY_ITS_SIDE = "report_tier_change_by_its_side";
    private static final String LOWERED = "report_tier_lowered_by_both_sides";
    private static final String LOWER = "update report set tier = 'LOW' where id = ?";
    private static final String PROPOSE =
            """
            insert into report_tier_change (id, report_id, from_tier, to_tier, state, side, person_id, made_at, sealed_reason)
            values (?, ?, 'HIGH', 'LOW', ?, ?, ?, timestamptz '2026-11-27 02:00Z', '\\x00')
            """;
    private static final String ANSWER =
            """
            update report_tier_change set state = 'IN_EFFECT', answered_by_person_id = ?, answered_at = timestamptz '2026-11-27 02:00Z'
            where report_id = ?
            """;

    private final Bench bench = new Bench();
    private final UUID report = bench.inReview(RiskTier.HIGH, 1);

    @Test
    void oneSideLowersNothing() {
        assertEquals(LOWERED, refused(bench.reviewer, connection -> Rows.run(connection, LOWER, report)));
    }

    @Test
    void twoOfOneSideLowerNothingEither() {
        propose(RiskTier.LOW);
        assertEquals(LOWERED, refused(bench.reviewer, connection -> answer(connection, bench.reviewer)));
    }

    @Test
    void nobodyAnswersForTheOtherSide() {
        propose(RiskTier.LOW);
        assertEquals(LOWERED, refused(bench.reviewer, connection -> answer(connection, bench.official)));
    }

    @Test
    void nobodyProposesForTheOtherSideOrInAnothersName() {
        assertEquals(BY_ITS_SIDE, refused(bench.reviewer, connection -> add(connection, "AUTHORITY", bench.reviewer)));
        assertEquals(
                BY_ITS_SIDE,
                refused(bench.reviewer, connection -> add(connection, "INSTITUTION_SECURITY", bench.colleague)));
        assertEquals(
                BY_ITS_SIDE,
                refused(
                        bench.reviewer,
                        connection -> Rows.run(
                                connection,
                                PROPOSE,
                                UUID.randomUUID(),
                                report,
                                "IN_EFFECT",
                                "INSTITUTION_SECURITY",
                                bench.reviewer.requirePerson())));
    }

    @Test
    void bothSidesLowerIt() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        propose(RiskTier.MEDIUM);
        bench.as(bench.official, "", entities -> Bench.lock(entities, report)
                .tiers()
                .agreeLowering(bench.official, Bench.NOW));
        assertEquals(RiskTier.MEDIUM, bench.as(bench.reviewer, "", entities -> Bench.lock(entities, report)
                .tier()));
    }

    @Test
    void oneSideRaisesIt() {
        bench.as(bench.reviewer, "", entities -> Bench.lock(entities, report)
                .tiers()
                .raise(bench.reviewer, RiskTier.CRITICAL, "Exploited", bench.vault, Bench.NOW));
        assertEquals(RiskTier.CRITICAL, bench.as(bench.reviewer, "", entities -> Bench.lock(entities, report)
                .tier()));
    }

    private void propose(RiskTier tier) {
        bench.as(bench.colleague, "", entities -> Bench.lock(entities, report)
                .tiers()
                .proposeLowering(bench.colleague, tier, "Only from inside", bench.vault, Bench.NOW));
    }

    private void add(Connection connection, String side, Actor proposer) throws SQLException {
        Rows.run(connection, PROPOSE, UUID.randomUUID(), report, "PROPOSED", side, proposer.requirePerson());
    }

    private void answer(Connection connection, Actor answering) throws SQLException {
        Rows.run(connection, ANSWER, answering.requirePerson(), report);
        Rows.run(connection, LOWER, report);
    }

    private interface Act {
        void run(Connection connection) throws SQLException;
    }

    private String refused(Actor actor, Act act) {
        PSQLException failure = assertThrows(PSQLException.class, () -> {
            try (Connection connection = TestDatabase.get().application().getConnection()) {
                connection.setAutoCommit(false);
                bench.enter(connection, actor, "");
                act.run(connection);
                connection.commit();
            }
        });
        var message = failure.getServerErrorMessage();
        return message == null ? "" : String.valueOf(message.getConstraint());
    }
}
