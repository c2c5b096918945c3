package org.sekisho.domain.assurance.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.EvidenceSection.Measure;
import org.sekisho.domain.assurance.Period;

/**
 * Evidence by section and month: where it is complete, and from when to when it isn't. Evidence counts for the days it proves, not
 * for the day it arrived; days that haven't come aren't due.
 *
 * @param months the months that the period touches, in order
 * @param rows one for each section in scope, in the order of the sections
 */
public record Coverage(List<YearMonth> months, List<Row> rows) {

    /**
     * One section.
     *
     * @param cells one for each month
     * @param origins where the section's evidence comes from; empty when there is none
     * @param openRequests how many requests for it wait for an answer
     */
    public record Row(EvidenceSection section, List<CoverageCell> cells, Set<Origin> origins, int openRequests) {

        public Row {
            cells = List.copyOf(cells);
            origins = Set.copyOf(origins);
        }

        /** The first day without proof. */
        public Optional<LocalDate> firstGap() {
            return cells.stream()
                    .flatMap(cell -> cell.gaps().stream())
                    .map(Period::first)
                    .min(Comparator.naturalOrder());
        }
    }

    public Coverage {
        months = List.copyOf(months);
        rows = List.copyOf(rows);
    }

    /**
     * Computes it; a pure function.
     *
     * @param period what the engagement looks at
     * @param sections its scope
     * @param proofs what proves which days
     * @param counts what fell due and was proved, by the records that the portal keeps, for counted sections; a month without one is
     *     unknown, unless it is still to come
     * @param openRequests how many requests wait for an answer, by section
     * @param today a day that has begun is due
     */
    public static Coverage of(
            Period period,
            Set<EvidenceSection> sections,
            Collection<Proof> proofs,
            Collection<Count> counts,
            Map<EvidenceSection, Integer> openRequests,
            LocalDate today) {
        List<YearMonth> months = monthsOf(period);
        List<Row> rows = new ArrayList<>();
        for (EvidenceSection section : EnumSet.copyOf(sections)) {
            List<Proof> own =
                    proofs.stream().filter(proof -> proof.section() == section).toList();
            List<CoverageCell> cells = months.stream()
                    .map(month -> section.measure() == Measure.CONTINUOUS
                            ? continuous(month, period, own, today)
                            : counted(section, month, counts, today))
                    .toList();
            Set<Origin> origins = EnumSet.noneOf(Origin.class);
            own.stream().filter(proof -> proof.period().overlaps(period)).forEach(proof -> origins.add(proof.origin()));
            if (counts.stream().anyMatch(each -> each.section() == section && each.due() > 0)) {
                origins.add(Origin.SYSTEM);
            }
            rows.add(new Row(section, cells, origins, openRequests.getOrDefault(section, 0)));
        }
        return new Coverage(months, rows);
    }

    private static List<YearMonth> monthsOf(Period period) {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = YearMonth.from(period.last());
        for (YearMonth month = YearMonth.from(period.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static CoverageCell counted(
            EvidenceSection section, YearMonth month, Collection<Count> counts, LocalDate today) {
        List<Count> own = counts.stream()
                .filter(count -> count.section() == section && count.month().equals(month))
                .toList();
        if (own.isEmpty()) {
            return month.atDay(1).isAfter(today) ? CoverageCell.noneDue() : CoverageCell.unknown();
        }
        return CoverageCell.ofCount(
                own.stream().mapToInt(Count::proved).sum(),
                own.stream().mapToInt(Count::due).sum());
    }

    private static CoverageCell continuous(YearMonth month, Period period, List<Proof> proofs, LocalDate today) {
        Optional<Period> due = new Period(month.atDay(1), month.atEndOfMonth())
                .intersection(period)
                .filter(days -> !days.first().isAfter(today))
                .map(days -> days.last().isAfter(today) ? new Period(days.first(), today) : days);
        return due.map(days -> CoverageCell.ofGaps(gaps(days, proofs))).orElseGet(CoverageCell::noneDue);
    }

    /** The stretches of days that no proof covers, in order. */
    static List<Period> gaps(Period due, Collection<Proof> proofs) {
        SortedMap<LocalDate, LocalDate> lastByFirst = new TreeMap<>();
        proofs.forEach(proof -> proof.period()
                .intersection(due)
                .ifPresent(days -> lastByFirst.merge(
                        days.first(), days.last(), (one, other) -> one.isAfter(other) ? one : other)));
        List<Period> gaps = new ArrayList<>();
        LocalDate next = due.first();
        for (Map.Entry<LocalDate, LocalDate> proved : lastByFirst.entrySet()) {
            if (proved.getKey().isAfter(next)) {
                gaps.add(new Period(next, proved.getKey().minusDays(1)));
            }
            if (!proved.getValue().isBefore(next)) {
                next = proved.getValue().plusDays(1);
            }
        }
        if (!next.isAfter(due.last())) {
            gaps.add(new Period(next, due.last()));
        }
        return gaps;
    }
}
