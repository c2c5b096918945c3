package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The committed list of bank holidays is that of a library which is too heavy to run with. It ends with 2031: from 2032 on the library
 * puts both equinoxes on days that the almanac's formula doesn't (23 instead of 22 September 2032).
 */
class BankHolidayListTest {

    private static final Path LIST = Path.of("src/main/resources/org/sekisho/domain/shared/bank-holidays-jp.txt");
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2031;
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");

    /** Writes the list anew: {@code mvn -pl domain test -Dtest=BankHolidayListTest -Dholidays.write=true}. */
    private static final boolean WRITE = Boolean.getBoolean("holidays.write");

    @Test
    void theListIsThatOfTheLibrary() throws IOException {
        if (WRITE) {
            Files.writeString(LIST, list());
        }
        assertEquals(list(), Files.readString(LIST));
    }

    private static String list() {
        HolidayCalendar tokyo = ReferenceData.standard().getValue(HolidayCalendarIds.JPTO);
        StringBuilder text = new StringBuilder();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            text.append(year)
                    .append(first.datesUntil(first.plusYears(1))
                            .filter(day -> !isWeekend(day) && tokyo.isHoliday(day))
                            .map(day -> " " + MONTH_AND_DAY.format(day))
                            .collect(Collectors.joining()))
                    .append('\n');
        }
        return text.toString();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
