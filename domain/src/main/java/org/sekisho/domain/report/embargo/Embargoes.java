package org.sekisho.domain.report.embargo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The embargoes that the asker may see. */
public interface Embargoes {

    Optional<Embargo> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Embargo require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * For changing it: the row is locked until the transaction ends.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    Embargo requireLocked(UUID id);

    /** The one in effect on a report. */
    Optional<Embargo> inEffect(UUID report);

    /** All of a report, the newest first. */
    List<Embargo> of(UUID report);

    /** Those in effect that an organisation was asked to keep, the next end first; at most 100. */
    List<Embargo> askedOf(UUID organisation);

    void add(Embargo embargo);

    /** Those in effect whose time is over. */
    List<UUID> over(Instant now, int limit);
}
