package org.sekisho.domain.assurance.engagement;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Numbers of engagements, unique within one agreement: {@code AUD-2026-Q2} is the audit whose period ends in the second quarter of
 * the Japanese fiscal year 2026 (July to September), {@code AUD-2026-Q2-2} the next that ends in that quarter.
 */
public final class EngagementNumber {

    private static final int FIRST_MONTH = 4;

    private EngagementNumber() {}

    /**
     * The next free number.
     *
     * @param periodLast the last day of the period that is audited
     * @param taken the numbers that the agreement's engagements have
     */
    public static String of(LocalDate periodLast, Collection<String> taken) {
        LocalDate shifted = periodLast.minusMonths(FIRST_MONTH - 1L);
        String number = "AUD-%d-Q%d".formatted(shifted.getYear(), (shifted.getMonthValue() - 1) / 3 + 1);
        String free = number;
        for (int next = 2; taken.contains(free); next++) {
            free = number + "-" + next;
        }
        return free;
    }
}
