package org.sekisho.ejb.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDiaryTest {

    @Test
    void theOldestDayComesFirstAndADayKeepsItsOrder() {
        List<String> lived = new ArrayList<>();
        DemoDiary diary = new DemoDiary();
        diary.on(2, () -> lived.add("signed"));
        diary.on(30, () -> lived.add("drafted"));
        diary.on(2, () -> lived.add("governs"));

        diary.relive(daysAgo -> lived.add("day " + daysAgo));

        assertEquals(List.of("day 30", "drafted", "day 2", "signed", "governs"), lived);
    }
}
