package org.sekisho.domain.assurance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.assurance.Audit.PERIOD;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.CoverageCell.State;

class CoverageTest {

    private static final LocalDate LATER = LocalDate.of(2026, 11, 24);

    @Test
    void trainingWithAGapInAugustIsShownFromDayToDay() {
        Coverage.Row row = training(
                LATER,
                proof("2026-06-01", "2026-08-08", Origin.SYSTEM),
                proof("2026-08-22", "2026-12-31", Origin.UPLOADED));
        assertEquals(List.of(State.COMPLETE, State.GAP, State.COMPLETE), states(row));
        assertEquals(
                List.of(period("2026-08-09", "2026-08-21")), row.cells().get(1).gaps());
        assertEquals(Optional.of(LocalDate.of(2026, 8, 9)), row.firstGap());
        assertEquals(Set.of(Origin.SYSTEM, Origin.UPLOADED), row.origins());
        assertEquals(1, row.openRequests());
    }

    @Test
    void nothingProvedIsAGapOverEachWholeMonth() {
        Coverage.Row row = training(LATER);
        assertEquals(List.of(State.GAP, State.GAP, State.GAP), states(row));
        assertEquals(
                List.of(period("2026-09-01", "2026-09-30")), row.cells().get(2).gaps());
        assertEquals(Set.of(), row.origins());
    }

    @Test
    void severalGapsOfAMonthAreAllNamed() {
        Coverage.Row row = training(
                LATER,
                proof("2026-07-03", "2026-07-10", Origin.SYSTEM),
                proof("2026-07-12", "2026-07-30", Origin.SYSTEM));
        assertEquals(
                List.of(
                        period("2026-07-01", "2026-07-02"),
                        period("2026-07-11", "2026-07-11"),
                        period("2026-07-31", "2026-07-31")),
                row.cells().get(0).gaps());
    }

    @Test
    void overlappingAndAdjoiningProofsLeaveNoGap() {
        Coverage.Row row = training(
                LATER,
                proof("2026-07-01", "2026-08-15", Origin.SYSTEM),
                proof("2026-07-10", "2026-07-20", Origin.SYSTEM),
                proof("2026-08-16", "2026-09-30", Origin.SYSTEM));
        assertEquals(List.of(State.COMPLETE, State.COMPLETE, State.COMPLETE), states(row));
        assertEquals(Optional.empty(), row.firstGap());
    }

    @Test
    void daysToComeAreNotDue() {
        LocalDate today = LocalDate.of(2026, 8, 10);
        Coverage.Row row = training(today, proof("2026-07-01", "2026-08-09", Origin.SYSTEM));
        assertEquals(List.of(State.COMPLETE, State.GAP, State.NONE_DUE), states(row));
        assertEquals(List.of(new Period(today, today)), row.cells().get(1).gaps());
        assertEquals(
                List.of(State.NONE_DUE, State.NONE_DUE, State.NONE_DUE),
                states(training(PERIOD.first().minusDays(1))));
    }

    @Test
    void monthsAtTheEndsOfThePeriodCountOnlyTheirPart() {
        Period period = period("2026-07-20", "2026-08-05");
        Coverage coverage = Coverage.of(
                period,
                Set.of(EvidenceSection.TRAINING),
                List.of(proof("2026-07-25", "2026-08-03", Origin.SYSTEM)),
                List.of(),
                Map.of(),
                LATER);
        assertEquals(List.of(YearMonth.of(2026, 7), YearMonth.of(2026, 8)), coverage.months());
        List<CoverageCell> cells = coverage.rows().get(0).cells();
        assertEquals(List.of(period("2026-07-20", "2026-07-24")), cells.get(0).gaps());
        assertEquals(List.of(period("2026-08-04", "2026-08-05")), cells.get(1).gaps());
    }

    @Test
    void countedSectionSaysHowManyOfThoseDueAreProved() {
        EvidenceSection reviews = EvidenceSection.REPORT_REVIEWS;
        Coverage coverage = Coverage.of(
                PERIOD,
                Set.of(reviews),
                List.of(),
                List.of(
                        new Count(reviews, YearMonth.of(2026, 7), 112, 112),
                        new Count(reviews, YearMonth.of(2026, 8), 0, 0),
                        new Count(reviews, YearMonth.of(2026, 9), 80, 82),
                        new Count(reviews, YearMonth.of(2026, 9), 8, 8),
                        new Count(EvidenceSection.RELEASES, YearMonth.of(2026, 9), 0, 5)),
                Map.of(),
                LATER);
        List<CoverageCell> cells = coverage.rows().get(0).cells();
        assertEquals(new CoverageCell(State.COMPLETE, List.of(), 112, 112), cells.get(0));
        assertEquals(CoverageCell.noneDue(), cells.get(1));
        assertEquals(new CoverageCell(State.PARTIAL, List.of(), 88, 90), cells.get(2));
        assertEquals(Set.of(Origin.SYSTEM), coverage.rows().get(0).origins());
    }

    @Test
    void monthThatNobodyCountedIsUnknownAndNotNoneDue() {
        EvidenceSection exercises = EvidenceSection.PLAYBOOK_EXERCISES;
        Coverage coverage =
                Coverage.of(PERIOD, Set.of(exercises), List.of(), List.of(), Map.of(), LocalDate.of(2026, 8, 31));
        assertEquals(
                List.of(State.UNKNOWN, State.UNKNOWN, State.NONE_DUE),
                states(coverage.rows().get(0)));
    }

    @Test
    void rowsStandInTheOrderOfTheSections() {
        Coverage coverage = Coverage.of(
                PERIOD,
                Set.of(EvidenceSection.TRAIL, EvidenceSection.AGREEMENT, EvidenceSection.TRAINING),
                List.of(),
                List.of(),
                Map.of(),
                LATER);
        assertEquals(
                List.of(EvidenceSection.AGREEMENT, EvidenceSection.TRAINING, EvidenceSection.TRAIL),
                coverage.rows().stream().map(Coverage.Row::section).toList());
    }

    @Test
    void gapsAreExactlyTheDaysThatNoProofCovers() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Proof> proofs = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                LocalDate first = PERIOD.first().plusDays(random.nextInt(120) - 20);
                proofs.add(new Proof(
                        EvidenceSection.TRAINING,
                        new Period(first, first.plusDays(random.nextInt(40))),
                        Origin.SYSTEM));
            }
            List<Period> gaps = Coverage.gaps(PERIOD, proofs);
            for (LocalDate day = PERIOD.first(); !day.isAfter(PERIOD.last()); day = day.plusDays(1)) {
                LocalDate each = day;
                boolean proved =
                        proofs.stream().anyMatch(proof -> proof.period().contains(each));
                long named = gaps.stream().filter(gap -> gap.contains(each)).count();
                assertEquals(proved ? 0 : 1, named, each + " " + proofs);
            }
        }
    }

    private static Coverage.Row training(LocalDate today, Proof... proofs) {
        return Coverage.of(
                        PERIOD,
                        Set.of(EvidenceSection.TRAINING),
                        Arrays.asList(proofs),
                        List.of(),
                        Map.of(EvidenceSection.TRAINING, 1),
                        today)
                .rows()
                .get(0);
    }

    private static List<State> states(Coverage.Row row) {
        return row.cells().stream().map(CoverageCell::state).toList();
    }

    private static Proof proof(String first, String last, Origin origin) {
        return new Proof(EvidenceSection.TRAINING, period(first, last), origin);
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }
}
