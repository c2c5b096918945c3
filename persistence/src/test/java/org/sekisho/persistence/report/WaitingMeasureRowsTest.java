package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.persistence.report.WaitingReviewRowsTest.asJob;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.WaitingMeasures.WaitingMeasure;
import org.sekisho.domain.shared.Refusal;

/** What isn't done in time about interim measures, as the clock's job finds it and as those read it whom it concerns. */
class WaitingMeasureRowsTest {

    /** After a review that was returned. */
    private static final Instant ORDERED = Bench.NOW.plusSeconds(1);

    private static final Instant LATE = ORDERED.plus(InterimMeasure.REVIEW_WITHIN);
    private static final Instant END = ORDERED.plus(Duration.ofDays(2));

    private final Bench bench = new Bench();
    private final Actor ciso = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.CISO);

    @Test
    void thatNoReviewHasBegunIsFoundUntilItIsSaid() {
        UUID waiting = inTriage();
        UUID measure = order(waiting, ORDERED);
        UUID reviewed = order(bench.inReview(RiskTier.HIGH, 1), ORDERED);
        assertFalse(unreviewed(LATE.minusMillis(1)).containsKey(measure));
        assertEquals(waiting, unreviewed(LATE).get(measure));
        assertFalse(unreviewed(LATE).containsKey(reviewed));
        assertEquals(List.of(), late(bench.coordinator));
        alert(waiting, measure);
        assertEquals(List.of(measure), late(bench.coordinator));
        assertEquals(List.of(), late(bench.stranger));
        assertFalse(unreviewed(LATE).containsKey(measure));
        Refusal again = assertThrows(Refusal.class, () -> alert(waiting, measure));
        assertEquals(ReportError.MEASURE_REVIEW_NOT_LATE, again.code());
    }

    @Test
    void whatHasEndedWaitsUntilItIsUndoneOrOrderedAnew() {
        UUID report = inTriage();
        UUID measure = order(report, ORDERED);
        assertEquals(List.of(), over());
        expire(report, measure);
        assertEquals(List.of(measure), over());
        UUID anew = order(report, END);
        assertEquals(List.of(), over());
        bench.as(ciso, "", entities -> entities.find(InterimMeasure.class, anew).lift(ciso, END));
        assertEquals(List.of(), over());
        UUID other = inTriage();
        UUID ended = order(other, ORDERED);
        expire(other, ended);
        assertEquals(List.of(ended), over());
        bench.as(
                ciso, "", entities -> entities.find(InterimMeasure.class, ended).lift(ciso, END));
        assertEquals(List.of(), over());
    }

    private UUID inTriage() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        bench.revise(bench.analyst, report, bench.hash(report), "Changed");
        return report;
    }

    private UUID order(UUID report, Instant now) {
        return bench.as(ciso, "", entities -> {
            InterimMeasure measure = new InterimMeasure(
                    Bench.lock(entities, report),
                    InterimMeasure.Kind.ISOLATION,
                    ciso,
                    "Exploited",
                    now.plus(Duration.ofDays(2)),
                    bench.vault,
                    now);
            entities.persist(measure);
            return measure.id();
        });
    }

    private static void alert(UUID report, UUID measure) {
        asJob("report-clock", entities -> entities.find(InterimMeasure.class, measure)
                .alertReview(Bench.lock(entities, report), LATE));
    }

    private static void expire(UUID report, UUID measure) {
        asJob("report-clock", entities -> {
            Bench.lock(entities, report);
            return entities.find(InterimMeasure.class, measure).expire(Actor.system("report-clock"), END);
        });
    }

    private static Map<UUID, UUID> unreviewed(Instant now) {
        return asJob("report-clock", entities -> {
            ReviewChainRows rows = new ReviewChainRows();
            TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
            return rows.measuresUnreviewed(now, 5_000);
        });
    }

    private List<UUID> late(Actor reader) {
        List<UUID> own = bench.as(reader, "", entities -> rows(entities).late(50)).stream()
                .filter(each -> each.organisation().equals(bench.bank))
                .map(WaitingMeasure::id)
                .toList();
        List<UUID> told = asJob("notices", entities -> rows(entities).late(5_000)).stream()
                .map(WaitingMeasure::id)
                .toList();
        assertTrue(told.containsAll(own));
        return own;
    }

    private List<UUID> over() {
        return bench
                .as(ciso, "", entities -> rows(entities).over(Optional.of(WaitingReviewRowsTest.who(ciso)), 50))
                .stream()
                .map(WaitingMeasure::id)
                .toList();
    }

    private static WaitingMeasureRows rows(EntityManager entities) {
        WaitingMeasureRows rows = new WaitingMeasureRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }
}
