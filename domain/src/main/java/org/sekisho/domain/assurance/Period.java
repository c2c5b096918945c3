package org.sekisho.domain.assurance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;

/**
 * A stretch of days in Asia/Tokyo, both ends inclusive.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        Checks.require(first, "periodFirst");
        Checks.require(last, "periodLast");
        Checks.check(!last.isBefore(first), AssuranceError.PERIOD_REVERSED);
    }

    public boolean contains(LocalDate day) {
        return Days.within(day, first, last);
    }

    /** Whether there is a day that belongs to both. */
    public boolean overlaps(Period other) {
        return !first.isAfter(other.last) && !last.isBefore(other.first);
    }

    /** The days that belong to both. */
    public Optional<Period> intersection(Period other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        return Optional.of(new Period(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last));
    }

    /** How many days it has; at least one. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
