package org.sekisho.domain.trail;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/**
 * Which news is wanted: what was done and changed something, the latest first. Sign-ins and sessions are no news.
 *
 * @param since only what came after this instant
 * @param notBy without the acts of this person
 * @param most how many, 1 to {@link #MOST}
 */
public record RecentEvents(Instant since, UUID notBy, int most) {

    /** The most that a page shows of what happened. */
    public static final int MOST = 50;

    public RecentEvents {
        Checks.check(most >= 1 && most <= MOST, SharedError.MALFORMED);
    }
}
