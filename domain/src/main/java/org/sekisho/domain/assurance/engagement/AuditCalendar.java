package org.sekisho.domain.assurance.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/**
 * Which engagements an agreement still lacks. The periods follow one another without a gap from the first day of the term, each as
 * long as the cadence, so that every day under the agreement is audited once.
 */
public final class AuditCalendar {

    private AuditCalendar() {}

    /**
     * An engagement to be created.
     *
     * @param period what it looks at
     * @param due the day on which the audit falls due, the first after the period where that is as long as the cadence
     * @param reportDue the last day of grace; closed by then, the audit never stops use of the model
     */
    public record Planned(Period period, LocalDate due, LocalDate reportDue) {}

    /**
     * The engagements to create, in the order of their periods. Depends on nothing but its arguments, and what it planned is
     * planned once: handed the periods it returned before, it returns none of them again.
     *
     * @param cadenceDays days from one audit to the next, at least 1
     * @param graceDays days after the due day before use of the model stops, at least 0
     * @param termFirst the first day of the agreement's term
     * @param termLast the last day of the agreement's term
     * @param engaged the periods of the agreement's engagements so far that look at the same organisation, the closed ones included
     * @param horizon the last day on which the period of a new engagement may begin
     */
    public static List<Planned> due(
            int cadenceDays,
            int graceDays,
            LocalDate termFirst,
            LocalDate termLast,
            Collection<Period> engaged,
            LocalDate horizon) {
        Checks.check(cadenceDays >= 1, SharedError.MALFORMED, Map.of("field", "cadenceDays"));
        Checks.check(graceDays >= 0, SharedError.MALFORMED, Map.of("field", "graceDays"));
        Period term = new Period(termFirst, termLast);
        List<Planned> planned = new ArrayList<>();
        LocalDate day = term.first();
        while (term.contains(day) && !day.isAfter(horizon)) {
            Optional<Period> covering = covering(engaged, day);
            if (covering.isPresent()) {
                day = covering.get().last().plusDays(1);
                continue;
            }
            Period period = new Period(day, lastOf(day, cadenceDays, term, engaged));
            LocalDate due = day.plusDays(cadenceDays);
            planned.add(new Planned(period, due, due.plusDays(graceDays)));
            day = period.last().plusDays(1);
        }
        return List.copyOf(planned);
    }

    private static Optional<Period> covering(Collection<Period> engaged, LocalDate day) {
        return engaged.stream().filter(period -> period.contains(day)).findFirst();
    }

    /** The cadence's last day, or earlier where the term ends or an engagement already begins. */
    private static LocalDate lastOf(LocalDate first, int cadenceDays, Period term, Collection<Period> engaged) {
        LocalDate last = first.plusDays(cadenceDays - 1L);
        LocalDate limit = engaged.stream()
                .map(Period::first)
                .filter(begin -> begin.isAfter(first))
                .min(Comparator.naturalOrder())
                .map(begin -> begin.minusDays(1))
                .filter(end -> end.isBefore(term.last()))
                .orElse(term.last());
        return last.isBefore(limit) ? last : limit;
    }
}
