package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.AuditCalendar.Planned;
import org.sekisho.domain.shared.SharedError;

class AuditCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    @Test
    void periodsFollowOneAnotherFromTheFirstDayOfTheTermToItsLast() {
        List<Planned> planned = AuditCalendar.due(90, 30, FIRST, LAST, List.of(), LAST);
        assertEquals(
                List.of(
                        period("2026-04-01", "2026-06-29"),
                        period("2026-06-30", "2026-09-27"),
                        period("2026-09-28", "2026-12-26"),
                        period("2026-12-27", "2027-03-26"),
                        period("2027-03-27", "2027-03-31")),
                planned.stream().map(Planned::period).toList());
    }

    @Test
    void reportIsDueWithinTheGraceAfterTheCadence() {
        Planned first = AuditCalendar.due(90, 30, FIRST, LAST, List.of(), FIRST).get(0);
        assertEquals(FIRST.plusDays(90), first.due());
        assertEquals(FIRST.plusDays(120), first.reportDue());
        assertEquals(first.period().last().plusDays(1), first.due());
    }

    @Test
    void nothingBeginsAfterTheHorizonOrOutsideTheTerm() {
        assertEquals(List.of(), AuditCalendar.due(90, 30, FIRST, LAST, List.of(), FIRST.minusDays(1)));
        assertEquals(
                1,
                AuditCalendar.due(90, 30, FIRST, LAST, List.of(), FIRST.plusDays(89))
                        .size());
        assertEquals(
                2,
                AuditCalendar.due(90, 30, FIRST, LAST, List.of(), FIRST.plusDays(90))
                        .size());
        assertEquals(
                5,
                AuditCalendar.due(90, 30, FIRST, LAST, List.of(), LAST.plusYears(10))
                        .size());
    }

    @Test
    void whatIsEngagedAlreadyIsNotPlannedAgain() {
        LocalDate horizon = FIRST.plusDays(200);
        List<Period> engaged = new ArrayList<>();
        AuditCalendar.due(90, 30, FIRST, LAST, engaged, horizon).forEach(planned -> engaged.add(planned.period()));
        assertEquals(3, engaged.size());
        assertEquals(List.of(), AuditCalendar.due(90, 30, FIRST, LAST, engaged, horizon));
        List<Planned> later = AuditCalendar.due(90, 30, FIRST, LAST, engaged, horizon.plusDays(90));
        assertEquals(
                List.of(period("2026-12-27", "2027-03-26")),
                later.stream().map(Planned::period).toList());
    }

    @Test
    void nextPeriodBeginsAfterOneThatWasSettledDifferently() {
        List<Planned> planned =
                AuditCalendar.due(90, 30, FIRST, LAST, List.of(period("2026-04-01", "2026-09-30")), LAST);
        assertEquals(period("2026-10-01", "2026-12-29"), planned.get(0).period());
    }

    @Test
    void gapBetweenTwoEngagementsIsFilledAndNoLonger() {
        List<Planned> planned = AuditCalendar.due(
                90,
                30,
                FIRST,
                LAST,
                List.of(period("2026-04-01", "2026-06-29"), period("2026-07-10", "2027-03-31")),
                LAST);
        assertEquals(
                List.of(period("2026-06-30", "2026-07-09")),
                planned.stream().map(Planned::period).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 90, 180, 365, 731})
    void everyDayOfTheTermIsAuditedExactlyOnceWhateverExists(int cadence) {
        Random random = new Random(cadence);
        for (int round = 0; round < 50; round++) {
            List<Period> periods = new ArrayList<>();
            LocalDate day = FIRST.plusDays(random.nextInt(60));
            for (int i = 0; i < random.nextInt(4); i++) {
                Period engaged = new Period(day, day.plusDays(random.nextInt(90)));
                periods.add(engaged);
                day = engaged.last().plusDays(1L + random.nextInt(30));
            }
            AuditCalendar.due(cadence, 0, FIRST, LAST, periods, LAST).forEach(planned -> {
                assertTrue(planned.period().days() <= cadence);
                periods.add(planned.period());
            });
            for (LocalDate each = FIRST; !each.isAfter(LAST); each = each.plusDays(1)) {
                LocalDate audited = each;
                assertEquals(
                        1,
                        periods.stream()
                                .filter(period -> period.contains(audited))
                                .count(),
                        each.toString());
            }
        }
    }

    @Test
    void cadenceAndGraceHaveBounds() {
        Refused.with(SharedError.MALFORMED, () -> AuditCalendar.due(0, 30, FIRST, LAST, List.of(), LAST));
        Refused.with(SharedError.MALFORMED, () -> AuditCalendar.due(90, -1, FIRST, LAST, List.of(), LAST));
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }
}
