package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;

/**
 * From when to when a version may govern, in days in Tokyo: the term as its general clause has it, and within it the day from which
 * on it governs, which is fixed with the content.
 */
@Embeddable
public class Term {

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "governs_from")
    private @Nullable LocalDate governsFrom;

    @Column(name = "governs_since")
    private @Nullable Instant governsSince;

    @SuppressWarnings("NullAway")
    protected Term() {}

    Term(GeneralClause general) {
        this.firstDay = general.firstDay();
        this.lastDay = general.lastDay();
    }

    void governFrom(LocalDate day) {
        governsFrom = day;
    }

    void requireWithin(LocalDate day) {
        Checks.check(
                Days.within(day, firstDay, lastDay),
                AgreementError.GOVERNS_FROM_OUTSIDE_TERM,
                Map.of("first", firstDay, "last", lastDay));
    }

    void begin(Instant now) {
        governsSince = now;
    }

    void requireBegun(Instant now) {
        LocalDate from = governsFrom().orElse(LocalDate.MAX);
        Checks.check(!Days.of(now).isBefore(from), AgreementError.TERM_NOT_BEGUN, Map.of("first", from));
    }

    void requireNotOver(Instant now) {
        Checks.check(!isOver(now), AgreementError.TERM_OVER, Map.of("last", lastDay));
    }

    /** Whether a version with this term may govern now. */
    boolean isRunning(Instant now) {
        return governsFrom().filter(from -> !Days.of(now).isBefore(from)).isPresent() && !isOver(now);
    }

    /** Whether its last day has passed. */
    boolean isOver(Instant now) {
        return Days.of(now).isAfter(lastDay);
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    /** The first day on which the version can govern, once its content is fixed. */
    public Optional<LocalDate> governsFrom() {
        return Optional.ofNullable(governsFrom);
    }

    /** When it came to govern. */
    public Optional<Instant> governsSince() {
        return Optional.ofNullable(governsSince);
    }
}
