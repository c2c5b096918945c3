package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.shared.DayMark;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.web.text.Words;

/** What is said of a day that somebody chose. */
class DayHintWordsTest {

    @ParameterizedTest
    @EnumSource
    void everyMarkHasAName(DayMark mark) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            assertTrue(Words.in(language).find("day-mark." + mark.name()).isPresent(), language.toString());
        }
    }

    @Test
    void theScriptFindsTheSentenceOfEachDayThatHasOne() {
        JsonObject ahead = (JsonObject) JsonReader.read(DayHints.ahead(LocalDate.of(2026, 12, 29), Set::toString));
        List<String> words = ahead.array("words").strings();
        JsonObject days = ahead.object("days");
        assertEquals(Optional.empty(), days.findString("2026-12-29"));
        assertEquals("[QUARTER_END, DIVIDES_BY_FIVE]", words.get(Integer.parseInt(days.string("2026-12-30"))));
        assertEquals("[HOLIDAY]", words.get(Integer.parseInt(days.string("2026-12-31"))));
        assertEquals("[HOLIDAY]", words.get(Integer.parseInt(days.string("2027-01-01"))));
        assertEquals("[WEEKEND]", words.get(Integer.parseInt(days.string("2027-01-02"))));
        assertEquals(words.size(), Set.copyOf(words).size());
        assertTrue(CanonicalJson.text(ahead).length() < 8_000, "a page carries it");
    }

    @Test
    void aClosedDayIsTakenAndTheOneBeforeItIsNamed() {
        assertEquals(
                "31 Dec 2026 is not a bank business day (bank holiday). It stays as you chose it; the bank business"
                        + " day before it is 30 Dec 2026.",
                Words.in(Locale.ENGLISH)
                        .text(
                                "day-hint.closed",
                                Map.of("day", "31 Dec 2026", "marks", "bank holiday", "before", "30 Dec 2026")));
        assertEquals(
                "2026年12月31日は銀行営業日ではありません（銀行休業日）。指定どおり登録しました。直前の銀行営業日は2026年12月30日です。",
                Words.in(Locale.JAPANESE)
                        .text(
                                "day-hint.closed",
                                Map.of("day", "2026年12月31日", "marks", "銀行休業日", "before", "2026年12月30日")));
    }
}
