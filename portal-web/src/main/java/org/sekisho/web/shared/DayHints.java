package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.DayMark;

/** Says of a day that somebody chose, or is about to keep, that banks are closed or have more to settle than on others. */
@Named
@RequestScoped
public class DayHints {

    private static final BankHolidays BANKS = BankHolidays.ofJapan();

    @Inject
    private Notices notices;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    @Inject
    private Me me;

    /** "31 Dec 2026 (bank holiday)"; most days have nothing behind them. */
    public String day(LocalDate day) {
        return marked(moments.day(day), day);
    }

    /** "15 Dec (payment day, pension day)". */
    public String dayOfMonth(LocalDate day) {
        String pattern = say.text("audit.day-of-month", Map.of());
        return marked(DateTimeFormatter.ofPattern(pattern, me.getLocale()).format(day), day);
    }

    /** Says after the next redirect what is to be known of a day that was chosen in a field; it stands as it was chosen. */
    public void tell(String field, LocalDate day) {
        Set<DayMark> marks = DayMark.of(day, BANKS);
        if (!marks.isEmpty()) {
            boolean busy = marks.stream().anyMatch(DayMark::isProtected);
            notices.note(
                    field,
                    say.text(
                            busy ? "day-hint.protected" : "day-hint.closed",
                            Map.of(
                                    "day",
                                    moments.day(day),
                                    "marks",
                                    say.all("day-mark", marks),
                                    "before",
                                    moments.day(BANKS.onOrBefore(day)))));
        }
    }

    /** The same of days that a form holds. */
    public void tell(Map<String, @Nullable String> form, String... fields) {
        for (String field : fields) {
            tell(field, FormValues.requireDay(form.get(field), field));
        }
    }

    private String marked(String words, LocalDate day) {
        Set<DayMark> marks = DayMark.of(day, BANKS);
        return marks.isEmpty() ? words : say.with("day-hint.day", "day", words, "marks", say.all("day-mark", marks));
    }
}
