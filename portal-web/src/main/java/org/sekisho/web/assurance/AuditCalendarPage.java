package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.EngagementFilter;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.web.shared.Moments;

/** The calendar: the audits of one fiscal year (April to March), with period, fieldwork and report due by month. */
@Named
@RequestScoped
public class AuditCalendarPage {

    private static final int MONTHS = 12;
    private static final int EARLIEST = 2020;
    private static final int LATEST = 2100;

    @Inject
    private AuditService audits;

    @Inject
    private Moments moments;

    @Inject
    private HttpServletRequest request;

    private @Nullable Page<EngagementRow> found;

    /**
     * What a month holds of an audit.
     *
     * @param period whether days of the audited period lie in it
     * @param fieldwork whether fieldwork was or is done in it
     * @param due the day on which the report is due, where that lies in it
     * @param now whether today does
     */
    public record Cell(boolean period, boolean fieldwork, Optional<LocalDate> due, boolean now) {}

    /** An audit, and a cell for each month. */
    public record Line(EngagementRow audit, List<Cell> cells) {}

    /** The fiscal year that the address names; else the present one. */
    public int getYear() {
        String given = request.getParameter("year");
        if (given != null && given.matches("[0-9]{4}")) {
            return Math.min(LATEST, Math.max(EARLIEST, Integer.parseInt(given)));
        }
        LocalDate today = moments.getToday();
        return today.getMonthValue() < Month.APRIL.getValue() ? today.getYear() - 1 : today.getYear();
    }

    public List<YearMonth> getMonths() {
        YearMonth first = YearMonth.of(getYear(), Month.APRIL);
        return IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
    }

    public boolean isNow(YearMonth month) {
        return month.equals(YearMonth.from(moments.getToday()));
    }

    /** Audits of which something lies in the year, the one due first before the others. */
    public List<Line> getLines() {
        LocalDate last = getMonths().get(MONTHS - 1).atEndOfMonth();
        return getFound().items().stream()
                .filter(audit -> !audit.period().first().isAfter(last))
                .map(audit -> new Line(audit, cells(audit)))
                .toList();
    }

    /** Whether there are more than one page of a calendar can hold. */
    public boolean isCut() {
        return getFound().next().isPresent();
    }

    private Page<EngagementRow> getFound() {
        if (found == null) {
            LocalDate first = getMonths().get(0).atDay(1);
            EngagementFilter reaching = new EngagementFilter(
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Period(first, first.plusYears(2))),
                    Optional.empty());
            found = audits.list(
                    reaching, new PageRequest(PageRequest.MOST, Optional.empty(), Optional.of("due"), false));
        }
        return found;
    }

    private List<Cell> cells(EngagementRow audit) {
        List<Cell> cells = new ArrayList<>();
        for (YearMonth month : getMonths()) {
            Period days = new Period(month.atDay(1), month.atEndOfMonth());
            cells.add(new Cell(
                    audit.period().overlaps(days),
                    fieldwork(audit).filter(days::overlaps).isPresent(),
                    Optional.of(audit.reportDue()).filter(days::contains),
                    isNow(month)));
        }
        return cells;
    }

    private Optional<Period> fieldwork(EngagementRow audit) {
        return audit.fieldworkAt().map(Days::of).map(begun -> {
            LocalDate end = audit.reportingAt().map(Days::of).orElse(moments.getToday());
            boolean open = audit.state() == EngagementState.FIELDWORK && end.isBefore(begun);
            return new Period(begun, open ? begun : end);
        });
    }
}
