package org.sekisho.domain.assurance.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlCatalogue;

/**
 * How a control stands, by month: where evidence of any section in scope that shows it is missing, the control has a gap.
 *
 * @param sections those in scope that show it
 * @param cells one for each month of the coverage
 * @param evidence how many items count for it: those that name it, and those of its sections that name no control of the catalogue
 */
public record ControlCoverage(Control control, Set<EvidenceSection> sections, List<CoverageCell> cells, int evidence) {

    public ControlCoverage {
        sections = Set.copyOf(sections);
        cells = List.copyOf(cells);
    }

    /** The controls in scope, in the order of the catalogue; a pure function. */
    public static List<ControlCoverage> of(
            ControlCatalogue catalogue, Coverage coverage, Collection<ControlEvidence> evidence) {
        Set<EvidenceSection> scope =
                coverage.rows().stream().map(Coverage.Row::section).collect(Collectors.toSet());
        return catalogue.in(scope).stream()
                .map(control -> of(catalogue, control, coverage, evidence))
                .toList();
    }

    private static ControlCoverage of(
            ControlCatalogue catalogue, Control control, Coverage coverage, Collection<ControlEvidence> evidence) {
        List<Coverage.Row> rows = coverage.rows().stream()
                .filter(row -> control.sections().contains(row.section()))
                .toList();
        List<CoverageCell> cells = new ArrayList<>();
        for (int month = 0; month < coverage.months().size(); month++) {
            int at = month;
            cells.add(worst(rows.stream().map(row -> row.cells().get(at)).toList()));
        }
        int items = evidence.stream()
                .filter(each -> counts(catalogue, control, each))
                .mapToInt(ControlEvidence::items)
                .sum();
        return new ControlCoverage(
                control, rows.stream().map(Coverage.Row::section).collect(Collectors.toSet()), cells, items);
    }

    private static boolean counts(ControlCatalogue catalogue, Control control, ControlEvidence evidence) {
        return catalogue.find(evidence.control()).isPresent()
                ? evidence.control().equals(control.id())
                : control.sections().contains(evidence.section());
    }

    /** What the cells of a month come to: a gap of one section isn't healed by the proof of another. */
    private static CoverageCell worst(List<CoverageCell> cells) {
        List<Period> gaps = merged(cells.stream()
                .flatMap(cell -> cell.gaps().stream())
                .sorted(Comparator.comparing(Period::first))
                .toList());
        CoverageCell.State state = cells.stream()
                .map(CoverageCell::state)
                .min(Comparator.comparingInt(ControlCoverage::weight))
                .orElse(CoverageCell.State.NONE_DUE);
        return new CoverageCell(
                state,
                gaps,
                cells.stream().mapToInt(CoverageCell::proved).sum(),
                cells.stream().mapToInt(CoverageCell::due).sum());
    }

    private static int weight(CoverageCell.State state) {
        return switch (state) {
            case GAP -> 0;
            case PARTIAL -> 1;
            case UNKNOWN -> 2;
            case COMPLETE -> 3;
            case NONE_DUE -> 4;
        };
    }

    /** The same days in stretches that don't touch. */
    private static List<Period> merged(List<Period> sorted) {
        List<Period> merged = new ArrayList<>();
        for (Period gap : sorted) {
            Period last = merged.isEmpty() ? gap : merged.get(merged.size() - 1);
            if (merged.isEmpty() || gap.first().isAfter(last.last().plusDays(1))) {
                merged.add(gap);
            } else if (gap.last().isAfter(last.last())) {
                merged.set(merged.size() - 1, new Period(last.first(), gap.last()));
            }
        }
        return merged;
    }

    /** The first day without proof. */
    public Optional<LocalDate> firstGap() {
        return cells.stream()
                .flatMap(cell -> cell.gaps().stream())
                .map(Period::first)
                .min(Comparator.naturalOrder());
    }

    /** How many days have no proof. */
    public long gapDays() {
        return cells.stream()
                .flatMap(cell -> cell.gaps().stream())
                .mapToLong(Period::days)
                .sum();
    }
}
