package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What columns of a list as CSV are called, and what stands in them. */
class CsvTest {

    @Test
    void columnsStandInTheirOrder() {
        Csv<Integer> csv = new Csv<Integer>().with("first", row -> row).with("second_one", row -> row + 1);

        assertEquals(List.of("first", "second_one"), csv.header());
        assertEquals(List.of(3, 4), csv.line(3));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        Csv<Integer> csv = new Csv<Integer>()
                .with("day", row -> Optional.of(DayOfWeek.MONDAY))
                .with("at", row -> Optional.<Instant>empty())
                .with("size", row -> OptionalLong.empty())
                .with("counted", row -> OptionalLong.of(row))
                .with("days", row -> List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        assertEquals(List.of("MONDAY", "", "", 9L, "MONDAY;FRIDAY"), csv.line(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastReviewedOn", "Last", "last-day", "last day", "", "_at", "at_"})
    void otherSpellingsAreNoNames(String name) {
        Csv<Integer> csv = new Csv<>();
        assertThrows(IllegalArgumentException.class, () -> csv.with(name, row -> row));
    }

    @Test
    void noNameStandsTwice() {
        Csv<Integer> csv = new Csv<Integer>().with("state", row -> row);
        assertThrows(IllegalArgumentException.class, () -> csv.with("state", row -> row));
    }
}
