package org.sekisho.domain.notice;

import java.time.Duration;
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

    /** So long before its clock runs out people are reminded. */
    public static final Duration REMINDED_BEFORE = Duration.ofHours(24);

    /** Something that waits since now, and of which the person is told at once. */
    public static Notice fresh(UUID person, String source, String item, Optional<Instant> due, Instant now) {
        return new Notice(person, source, item, due, Optional.of(now));
    }

    /** The person has been told: next when the clock has a day left, then when it has run out, then no more. */
    public Notice told(Instant now) {
        return new Notice(person, source, item, due, due.flatMap(by -> next(by, now)));
    }

    /** Its clock was set anew. Of the new one the person is reminded like of any other; who is owed a mail still gets it. */
    Notice moved(Optional<Instant> newDue, Instant now) {
        boolean owed = isToBeTold(now);
        return new Notice(person, source, item, newDue, owed ? tellAt : newDue.flatMap(by -> next(by, now)));
    }

    /** Whether the person is to be told now. */
    public boolean isToBeTold(Instant now) {
        return tellAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    private static Optional<Instant> next(Instant by, Instant now) {
        Instant reminder = by.minus(REMINDED_BEFORE);
        if (now.isBefore(reminder)) {
            return Optional.of(reminder);
        }
        return now.isBefore(by) ? Optional.of(by) : Optional.empty();
    }
}
