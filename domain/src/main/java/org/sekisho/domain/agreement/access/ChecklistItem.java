package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.ClauseKind;

/**
 * One condition as it stands for a whole agreement.
 *
 * @param clause the clause it comes from; empty for a freeze
 * @param stopsEveryone whether its lapse, past or coming, stops use of the model for everyone; otherwise it stops some people, or
 *     one environment of several
 * @param found what was found, put together for the agreement; never empty
 * @param remedies what would restore it, or keep it
 * @param lapsesAt when the first part of it lapses if nothing is done; empty where that isn't set by a day, or it has lapsed
 */
public record ChecklistItem(
        Condition condition,
        Optional<ClauseKind> clause,
        State state,
        boolean stopsEveryone,
        List<Phrase> found,
        List<Phrase> remedies,
        Optional<Instant> lapsesAt) {

    /** How a condition stands. */
    public enum State {
        HOLDS,
        /** It holds, and lapses within {@link Reason#WARNING} if nothing is done. */
        LAPSES_SOON,
        /** It doesn't hold, or isn't known to hold. */
        LAPSED
    }

    public ChecklistItem {
        found = List.copyOf(found);
        remedies = List.copyOf(remedies);
    }

    /** A condition that holds or fails for everyone alike. When it is about to lapse, the instant is added to what was found. */
    static ChecklistItem forEveryone(Reason reason, Instant at) {
        List<Phrase> found = new ArrayList<>(reason.found());
        if (reason.lapsesSoon(at)) {
            reason.lapsesAt().ifPresent(lapse -> found.add(Phrase.of(FoundCode.STOPS_AT, "at", lapse)));
        }
        return of(reason, stateOf(reason, at), true, found);
    }

    /** A condition whose lapse stops some people only, or one environment of several. */
    static ChecklistItem forSome(Reason reason, Instant at) {
        return of(reason, stateOf(reason, at), false, reason.found());
    }

    private static ChecklistItem of(Reason reason, State state, boolean stopsEveryone, List<Phrase> found) {
        return new ChecklistItem(
                reason.condition(), reason.clause(), state, stopsEveryone, found, reason.remedies(), reason.lapsesAt());
    }

    private static State stateOf(Reason reason, Instant at) {
        if (!reason.satisfied()) {
            return State.LAPSED;
        }
        return reason.lapsesSoon(at) ? State.LAPSES_SOON : State.HOLDS;
    }
}
