package org.sekisho.domain.agreement.waiting;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.shared.Audience;

/**
 * Something that waits to be done with an agreement.
 *
 * @param place with which one, and for which party
 * @param count how many of them, where it is about several
 */
public record WaitingTask(AgreementTask task, Place place, Optional<Instant> due, int count, Audience audience) {

    WaitingTask(AgreementTask task, Place place, Optional<Instant> due, Audience audience) {
        this(task, place, due, 1, audience);
    }
}
