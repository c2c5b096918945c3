package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.report.review.WaitingReviews.WaitingStage;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.domain.shared.Refusal;

/** Whom a review waits for, as the job that tells people and as the person's own page read it. */
class WaitingReviewRowsTest {

    private static final Instant LATE = Bench.NOW.plus(Duration.ofHours(8));

    private final Bench bench = new Bench();

    @Test
    void theJobKnowsWhoHasDecidedAndThePageAgrees() {
        UUID report = bench.inReview(RiskTier.HIGH, 2);
        assertEquals(waiting(bench.reviewer, bench.colleague), told(report));
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        assertEquals(waiting(bench.colleague), told(report));
        assertEquals(List.of(), own(bench.reviewer));
        assertEquals(1, own(bench.colleague).size());
        assertEquals(List.of(), own(bench.stranger));
    }

    @Test
    void whatSomebodyHoldsWaitsForNobodyElse() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        claim(report, bench.reviewer);
        assertEquals(waiting(bench.reviewer), told(report));
    }

    @Test
    void aPlaceThatWentWithAVoteIsNotTakenForFree() {
        Actor third = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
        UUID report = bench.inReview(RiskTier.HIGH, 2);
        claim(report, bench.reviewer);
        claim(report, bench.colleague);
        assertEquals(waiting(bench.reviewer, bench.colleague), told(report));
        assertFalse(asked(third), "both places are taken");
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        assertEquals(waiting(bench.colleague), told(report));
        assertFalse(asked(third), "who is asked now learns that somebody agreed");
    }

    @Test
    void whatIsVotedStaysHiddenFromTheJob() throws SQLException {
        UUID report = bench.inReview(RiskTier.HIGH, 2);
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        long choices = asJob(
                "notices", entities -> ((Number) entities.createNativeQuery("select count(*) from review_vote_choice")
                                .getSingleResult())
                        .longValue());
        assertEquals(0, choices);
    }

    @Test
    void aClockThatRanOutIsSaidOnce() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        assertEquals(List.of(), late(report, Bench.NOW));
        assertEquals(1, late(report, LATE).size());
        assertThrows(Refusal.class, () -> alert(report, Bench.NOW));
        alert(report, LATE);
        Refusal again = assertThrows(Refusal.class, () -> alert(report, LATE));
        assertEquals(ReportError.STAGE_NOT_LATE, again.code());
        assertEquals(1, late(report, LATE).size());
    }

    @Test
    void theJobFindsWhatIsLate() {
        UUID report = bench.inReview(RiskTier.LOW, 1);
        List<UUID> due = asJob("report-clock", entities -> chains(entities).reportsPastClock(LATE, 5_000));
        assertTrue(due.contains(report));
    }

    private void claim(UUID report, Actor by) {
        bench.as(by, "review-decision", entities -> {
            Report locked = Bench.lock(entities, report);
            return Bench.chainOf(entities, locked).work().claim(new Reviewer(by, Rank.ANY, false), Bench.NOW);
        });
    }

    /** Whether their page asks them to decide. */
    private boolean asked(Actor actor) {
        return own(actor).stream()
                .flatMap(each -> each.deciders().stream())
                .anyMatch(deciders -> deciders.includes(who(actor)));
    }

    private void alert(UUID report, Instant now) {
        asJob("report-clock", entities -> {
            Report locked = Bench.lock(entities, report);
            return Bench.chainOf(entities, locked).alert(now);
        });
    }

    private List<WaitingStage> late(UUID report, Instant now) {
        return asJob("notices", entities -> rows(entities)
                        .late(Side.INSTITUTION_SECURITY, Optional.empty(), 5_000, now))
                .stream()
                .filter(each -> each.place().report().equals(report))
                .toList();
    }

    /** The bank's reviewers whom the job would tell. */
    private Set<UUID> told(UUID report) {
        Audience audience = asJob("notices", entities -> rows(entities)
                        .deciding(Side.INSTITUTION_SECURITY, Optional.empty(), 5_000, Bench.NOW))
                .stream()
                .filter(each -> each.place().report().equals(report))
                .findFirst()
                .orElseThrow()
                .deciders()
                .orElseThrow();
        return List.of(bench.analyst, bench.reviewer, bench.colleague, bench.stranger, bench.official).stream()
                .filter(each -> audience.includes(who(each)))
                .map(Actor::requirePerson)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<WaitingStage> own(Actor actor) {
        return bench.as(actor, "", entities -> rows(entities)
                .deciding(Side.INSTITUTION_SECURITY, Optional.of(who(actor)), 50, Bench.NOW));
    }

    static Waiting who(Actor actor) {
        return new Waiting(
                actor.requirePerson(),
                actor.organisation().orElseThrow(),
                actor.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<UUID> waiting(Actor... actors) {
        return List.of(actors).stream().map(Actor::requirePerson).collect(Collectors.toUnmodifiableSet());
    }

    static <T> T asJob(String job, Function<EntityManager, T> act) {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            try {
                Rows.run(entities.unwrap(Connection.class), "select enter_system(?)", job);
                T result = act.apply(entities);
                entities.getTransaction().commit();
                return result;
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private static WaitingReviewRows rows(EntityManager entities) {
        WaitingReviewRows rows = new WaitingReviewRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }

    private static ReviewChainRows chains(EntityManager entities) {
        ReviewChainRows rows = new ReviewChainRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }
}
