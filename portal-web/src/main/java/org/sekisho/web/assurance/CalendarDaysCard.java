package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.DayMark;
import org.sekisho.web.shared.Say;

/** The days of the calendar's year on which banks are closed, or have more to settle than on others. */
@Named
@RequestScoped
public class CalendarDaysCard {

    private static final BankHolidays BANKS = BankHolidays.ofJapan();

    @Inject
    private AuditCalendarPage calendar;

    @Inject
    private AuditWords words;

    @Inject
    private Say say;

    /**
     * What a month holds.
     *
     * @param closed its bank holidays, without weekends
     * @param busy its protected days, by what they are protected for
     */
    public record Month(YearMonth month, List<LocalDate> closed, List<Busy> busy) {}

    /** Days that are protected for the same reason. */
    public record Busy(DayMark why, List<LocalDate> days) {}

    public List<Month> getMonths() {
        return calendar.getMonths().stream()
                .map(month -> new Month(month, days(month, DayMark.HOLIDAY), busy(month)))
                .toList();
    }

    private static List<Busy> busy(YearMonth month) {
        return Stream.of(DayMark.values())
                .filter(DayMark::isProtected)
                .map(why -> new Busy(why, days(month, why)))
                .filter(each -> !each.days().isEmpty())
                .toList();
    }

    /** "payment day: 5 Apr, 10 Apr". */
    public String words(Busy busy) {
        String comma = say.getComma();
        String days = busy.days().stream().map(words::dayOfMonth).collect(Collectors.joining(comma));
        return say.with("calendar-days.busy", "why", say.of("day-mark", busy.why()), "days", days);
    }

    /** Whether the year reaches beyond the holidays that are known. */
    public boolean isUnknown() {
        return calendar.getMonths().stream().anyMatch(month -> month.getYear() > BANKS.lastYear());
    }

    public int getFirstUnknownYear() {
        return BANKS.lastYear() + 1;
    }

    private static List<LocalDate> days(YearMonth month, DayMark mark) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> DayMark.of(day, BANKS).contains(mark))
                .toList();
    }
}
