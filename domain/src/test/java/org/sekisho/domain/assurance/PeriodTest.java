package org.sekisho.domain.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private final Period period = new Period(FIRST, LAST);

    @Test
    void bothEndsBelongToIt() {
        assertTrue(period.contains(FIRST));
        assertTrue(period.contains(LAST));
        assertFalse(period.contains(FIRST.minusDays(1)));
        assertFalse(period.contains(LAST.plusDays(1)));
        assertEquals(92, period.days());
        assertEquals(1, new Period(FIRST, FIRST).days());
    }

    @Test
    void cannotEndBeforeItBegins() {
        Refused.with(AssuranceError.PERIOD_REVERSED, () -> new Period(LAST, FIRST));
    }

    @Test
    void oneSharedDayIsAnOverlap() {
        Period after = new Period(LAST, LAST.plusDays(10));
        assertTrue(period.overlaps(after));
        assertTrue(after.overlaps(period));
        assertEquals(Optional.of(new Period(LAST, LAST)), period.intersection(after));
        Period later = new Period(LAST.plusDays(1), LAST.plusDays(10));
        assertFalse(period.overlaps(later));
        assertEquals(Optional.empty(), later.intersection(period));
    }
}
