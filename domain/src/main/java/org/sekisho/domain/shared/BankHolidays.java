package org.sekisho.domain.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The weekdays on which banks in Japan are closed: national holidays and 31 December to 3 January (Banking Act, order for enforcement,
 * article 5). The Tokyo exchange is closed on the same days, so these are its trading days too.
 *
 * <p>The list ends with {@link #lastYear}: a government fixes equinoxes a year ahead, and changes the law now and then. Beyond it, only
 * weekends and the turn of the year are known to be closed. {@code docs/operations.md} says how the list is renewed.
 */
public final class BankHolidays implements Holidays {

    private static final String LIST = "bank-holidays-jp.txt";
    private static final BankHolidays JAPAN = read();

    private final Set<LocalDate> closed;
    private final int lastYear;

    private BankHolidays(Set<LocalDate> closed) {
        this.closed = Set.copyOf(closed);
        this.lastYear =
                closed.stream().mapToInt(LocalDate::getYear).max().orElseThrow(() -> new IllegalStateException(LIST));
    }

    /** Those of Japan. */
    public static BankHolidays ofJapan() {
        return JAPAN;
    }

    /** The last year of which every holiday is known. */
    public int lastYear() {
        return lastYear;
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        return closed.contains(day) || isTurnOfYear(day);
    }

    private static boolean isTurnOfYear(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return date.equals(MonthDay.of(Month.DECEMBER, 31)) || !date.isAfter(MonthDay.of(Month.JANUARY, 3));
    }

    /** A year a line, and behind it month and day of each weekday that is closed. */
    private static BankHolidays read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BankHolidays.class.getResourceAsStream(LIST), LIST),
                StandardCharsets.US_ASCII))) {
            Set<LocalDate> closed = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                Arrays.stream(words)
                        .skip(1)
                        .map(day -> LocalDate.parse(words[0] + "-" + day))
                        .forEach(closed::add);
            }
            return new BankHolidays(closed);
        } catch (IOException broken) {
            throw new UncheckedIOException(LIST, broken);
        }
    }
}
