package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.DayMark;

/** The days of the calendar's year on which banks are closed, or have more to settle than on others. */
@Named
@RequestScoped
public class CalendarDaysCard {

    private static final BankHolidays BANKS = BankHolidays.ofJapan();

    @Inject
    private AuditCalendarPage calendar;

    /**
     * What a month holds.
     *
     * @param closed its bank holidays, without weekends
     * @param busy its protected days
     */
    public record Month(YearMonth month, List<LocalDate> closed, List<LocalDate> busy) {}

    public List<Month> getMonths() {
        return calendar.getMonths().stream()
                .map(month -> new Month(month, days(month, DayMark.HOLIDAY::equals), days(month, DayMark::isProtected)))
                .toList();
    }

    /** Whether the year reaches beyond the holidays that are known. */
    public boolean isUnknown() {
        return calendar.getMonths().stream().anyMatch(month -> month.getYear() > BANKS.lastYear());
    }

    public int getFirstUnknownYear() {
        return BANKS.lastYear() + 1;
    }

    private static List<LocalDate> days(YearMonth month, Predicate<DayMark> marked) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> DayMark.of(day, BANKS).stream().anyMatch(marked))
                .toList();
    }
}
