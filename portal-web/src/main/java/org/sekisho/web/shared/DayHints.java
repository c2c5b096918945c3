package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.DayMark;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;

/** Says of a day that somebody chose, or is about to keep, that banks are closed or have more to settle than on others. */
@Named
@RequestScoped
public class DayHints {

    private static final BankHolidays BANKS = BankHolidays.ofJapan();
    /** Due days seldom lie further ahead; of those that do, it is said when they have been chosen. */
    private static final int DAYS_AHEAD = 400;

    @Inject
    private Notices notices;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    /** "31 Dec 2026 (bank holiday)"; most days have nothing behind them. */
    public String day(LocalDate day) {
        return marked(moments.day(day), day);
    }

    /**
     * What is to be known of the days ahead, for the script that says it while somebody chooses one: the sentences, and for each day of
     * which there is one, where it stands.
     */
    public String getAhead() {
        return ahead(
                moments.getToday(),
                marks -> say.with(
                        isBusy(marks) ? "day-hint.protected-ahead" : "day-hint.closed-ahead", "marks", names(marks)));
    }

    static String ahead(LocalDate first, Function<Set<DayMark>, String> words) {
        List<String> sentences = new ArrayList<>();
        JsonObject.Builder days = JsonObject.builder();
        first.datesUntil(first.plusDays(DAYS_AHEAD)).forEach(day -> {
            Set<DayMark> marks = DayMark.of(day, BANKS);
            if (!marks.isEmpty()) {
                String sentence = words.apply(marks);
                if (!sentences.contains(sentence)) {
                    sentences.add(sentence);
                }
                days.put(day.toString(), Integer.toString(sentences.indexOf(sentence)));
            }
        });
        return CanonicalJson.text(JsonObject.builder()
                .put("words", JsonArray.ofStrings(sentences))
                .put("days", days.build())
                .build());
    }

    /** Says after the next redirect what is to be known of a day that was chosen in a field; it stands as it was chosen. */
    public void tell(String field, LocalDate day) {
        Set<DayMark> marks = DayMark.of(day, BANKS);
        if (!marks.isEmpty()) {
            notices.note(
                    field,
                    say.text(
                            isBusy(marks) ? "day-hint.protected" : "day-hint.closed",
                            Map.of(
                                    "day",
                                    moments.day(day),
                                    "marks",
                                    names(marks),
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
        return marks.isEmpty() ? words : say.with("day-hint.day", "day", words, "marks", names(marks));
    }

    private String names(Set<DayMark> marks) {
        return say.all("day-mark", marks);
    }

    private static boolean isBusy(Set<DayMark> marks) {
        return marks.stream().anyMatch(DayMark::isProtected);
    }
}
