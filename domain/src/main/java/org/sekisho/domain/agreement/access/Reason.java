package org.sekisho.domain.agreement.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.ClauseKind;

/**
 * One reason of a decision: a condition, what was found about it, and what would restore or keep it. Codes and parameters only.
 *
 * @param clause the clause it comes from; empty for a freeze
 * @param satisfied whether the condition holds
 * @param found what was found; never empty
 * @param remedies what would restore a failed condition, or keep one that will lapse; empty if there is nothing to do
 * @param lapsesAt the first instant at which the condition no longer holds if nothing is done; empty if that isn't set by a day,
 *     or if it doesn't hold
 */
public record Reason(
        Condition condition,
        Optional<ClauseKind> clause,
        boolean satisfied,
        List<Phrase> found,
        List<Phrase> remedies,
        Optional<Instant> lapsesAt) {

    /** How long before a lapse people are warned. */
    public static final Duration WARNING = Duration.ofDays(14);

    public Reason {
        found = List.copyOf(found);
        remedies = List.copyOf(remedies);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("A reason says what was found");
        }
        if (!satisfied && lapsesAt.isPresent()) {
            throw new IllegalArgumentException("What doesn't hold can't lapse");
        }
    }

    /** Whether it holds now but lapses within {@link #WARNING}. */
    public boolean lapsesSoon(Instant at) {
        return lapsesAt.filter(lapse -> !lapse.isAfter(at.plus(WARNING))).isPresent();
    }

    static Reason holds(Condition condition, Phrase found) {
        return new Reason(condition, condition.clause(), true, List.of(found), List.of(), Optional.empty());
    }

    static Reason holdsUntil(Condition condition, List<Phrase> found, List<Phrase> remedies, Instant lapsesAt) {
        return new Reason(condition, condition.clause(), true, found, remedies, Optional.of(lapsesAt));
    }

    static Reason fails(Condition condition, Phrase found, Phrase... remedies) {
        return fails(condition, List.of(found), List.of(remedies));
    }

    static Reason fails(Condition condition, List<Phrase> found, List<Phrase> remedies) {
        return new Reason(condition, condition.clause(), false, found, remedies, Optional.empty());
    }

    static Reason unknown(Condition condition) {
        return fails(condition, Phrase.of(FoundCode.UNKNOWN), Phrase.of(RemedyCode.MAKE_KNOWN));
    }

    static Reason clauseMissing(Condition condition) {
        return fails(condition, Phrase.of(FoundCode.CLAUSE_MISSING), Phrase.of(RemedyCode.AMEND_CLAUSE));
    }

    /** The same finding under another clause than the condition's own. */
    Reason under(ClauseKind other) {
        return new Reason(condition, Optional.of(other), satisfied, found, remedies, lapsesAt);
    }
}
