package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.sekisho.domain.shared.Days;

/** A run of whole days, both ends inclusive. */
record Period(LocalDate first, LocalDate last) {

    /** A period of so many days, of which the given one is the first: exercised on a Monday, 7 days last until Sunday. */
    static Period ofDays(LocalDate first, int days) {
        return new Period(first, first.plusDays(days - 1L));
    }

    /** The same period, cut off after the other's last day if that comes earlier. */
    Period atMost(Period other) {
        return last.isAfter(other.last) ? new Period(first, other.last) : this;
    }

    boolean contains(LocalDate day) {
        return Days.within(day, first, last);
    }

    /**
     * The last day that is covered without a gap, counting from today: a renewal that follows on prolongs what runs now.
     *
     * @return empty if today isn't covered
     */
    static Optional<LocalDate> coveredUntil(Collection<Period> periods, LocalDate today) {
        Optional<LocalDate> until = lastOfThoseOn(periods, today);
        Optional<LocalDate> further = until;
        while (further.isPresent()) {
            until = further;
            LocalDate end = further.get();
            further = lastOfThoseOn(periods, end.plusDays(1)).filter(later -> later.isAfter(end));
        }
        return until;
    }

    private static Optional<LocalDate> lastOfThoseOn(Collection<Period> periods, LocalDate day) {
        return periods.stream()
                .filter(period -> period.contains(day))
                .map(Period::last)
                .max(Comparator.naturalOrder());
    }
}
