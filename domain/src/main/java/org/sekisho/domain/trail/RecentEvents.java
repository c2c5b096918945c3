package org.sekisho.domain.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/**
 * Which news is wanted: what was done and changed something, the latest first. Sign-ins and sessions are no news.
 *
 * @param subject only what was done with this
 * @param agreement only what concerns this agreement
 * @param since only what came after this instant
 * @param notBy without the acts of this person
 * @param most how many, 1 to {@link #MOST}
 */
public record RecentEvents(
        Optional<UUID> subject, Optional<UUID> agreement, Optional<Instant> since, Optional<UUID> notBy, int most) {

    /** The most that a page shows of what happened. */
    public static final int MOST = 50;

    public RecentEvents {
        Checks.check(most >= 1 && most <= MOST, SharedError.MALFORMED);
    }

    /** What others did since then. */
    public static RecentEvents since(Instant since, UUID notBy, int most) {
        return new RecentEvents(Optional.empty(), Optional.empty(), Optional.of(since), Optional.of(notBy), most);
    }

    /** What was done with one thing. */
    public static RecentEvents about(UUID subject, int most) {
        return new RecentEvents(Optional.of(subject), Optional.empty(), Optional.empty(), Optional.empty(), most);
    }
}
