package org.sekisho.domain.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That something waits for a person, and when the person is told of it next.
 *
 * @param source the queue in which it stands
 * @param item by what it is told apart there: {@code QueueItem.key()}
 * @param due by when
 * @param tellAt when the person is to be told; empty when nothing is left to tell
 */
public record Notice(UUID person, String source, String item, Optional<Instant> due, Optional<Instant> tellAt) {

    /** Something that waits since now, and of which the person is told at once. */
    public static Notice fresh(UUID person, String source, String item, Optional<Instant> due, Instant now) {
        return new Notice(person, source, item, due, Optional.of(now));
    }

    /** The person has been told: next ahead of the time by which it is due, then when that has run out, then no more. */
    public Notice told(Instant now) {
        return new Notice(person, source, item, due, due.flatMap(by -> Reminders.next(by, now)));
    }

    /**
     * Its clock was set anew. Of the new one the person is reminded like of any other, and at once when it leaves less time than any
     * reminder said; who is owed a mail still gets it.
     */
    Notice moved(Optional<Instant> newDue, Instant now) {
        return new Notice(
                person,
                source,
                item,
                newDue,
                isToBeTold(now)
                        ? tellAt
                        : newDue.flatMap(by -> isNearer(by, now) ? Optional.of(now) : Reminders.next(by, now)));
    }

    private boolean isNearer(Instant newDue, Instant now) {
        return Reminders.told(newDue, now)
                > due.map(by -> Reminders.told(by, now)).orElse(0L);
    }

    /** Whether the person is to be told now. */
    public boolean isToBeTold(Instant now) {
        return tellAt.filter(at -> !at.isAfter(now)).isPresent();
    }
}
