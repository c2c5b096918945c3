package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.Coverage;
import org.sekisho.domain.assurance.evidence.CoverageCell;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.assurance.CoverageService;
import org.sekisho.web.shared.Say;

/** Where evidence is complete and where it has gaps, by control and month. */
@Named
@RequestScoped
public class CoverageTab {

    @Inject
    private AuditPage page;

    @Inject
    private CoverageService coverage;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    @Inject
    private AuditWords words;

    private @Nullable Coverage shown;

    public Coverage getCoverage() {
        if (shown == null) {
            shown = coverage.of(page.getId());
        }
        return shown;
    }

    /** Whether part of it happens where the portal doesn't see it, which the page says. */
    public boolean isOfOperations() {
        return page.getView().terms().sections().contains(EvidenceSection.OPERATIONS);
    }

    /** Whether days of a month are still to come, so that its cells tell how it stands so far. */
    public boolean isUnderWay(YearMonth month) {
        return !month.atEndOfMonth().isBefore(Days.of(clock.instant()));
    }

    /** What a cell says. */
    public String words(CoverageCell cell) {
        return switch (cell.state()) {
            case GAP -> gap(cell);
            case PARTIAL -> say.text("coverage.PARTIAL", Map.of("proved", cell.proved(), "due", cell.due()));
            case COMPLETE, NONE_DUE, UNKNOWN -> say.of("coverage", cell.state());
        };
    }

    private String gap(CoverageCell cell) {
        Period first = cell.gaps().get(0);
        if (first.days() == YearMonth.from(first.first()).lengthOfMonth()) {
            return say.text("coverage.gap-month", Map.of());
        }
        String told = first.days() == 1
                ? say.text("coverage.gap-day", Map.of("day", words.dayOfMonth(first.first())))
                : say.text(
                        "coverage.GAP",
                        Map.of("from", words.dayOfMonth(first.first()), "to", words.dayOfMonth(first.last())));
        int more = cell.gaps().size() - 1;
        return more == 0 ? told : told + " " + say.text("coverage.gaps-more", Map.of("more", more));
    }

    /** The class of a cell. */
    public String tone(CoverageCell cell) {
        return switch (cell.state()) {
            case COMPLETE -> "is-complete";
            case PARTIAL -> "is-partial";
            case GAP -> "is-gap";
            case NONE_DUE, UNKNOWN -> "";
        };
    }

    /** Where a row's evidence comes from, and what is asked for. */
    public String sources(Coverage.Row row) {
        String origins = row.origins().isEmpty()
                ? say.text("coverage.no-source", Map.of())
                : say.all("evidence-origin", row.origins());
        return row.openRequests() == 0
                ? origins
                : origins + say.getComma() + say.text("coverage.open-requests", Map.of("count", row.openRequests()));
    }
}
