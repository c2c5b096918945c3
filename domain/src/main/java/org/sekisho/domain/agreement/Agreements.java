package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The agreements that the asker may see. */
public interface Agreements {

    /** For reading. */
    Optional<Agreement> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Agreement require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * For changing it or anything in it: the row is locked until the transaction ends, and its version goes up, so that two last
     * signatures don't miss each other.
     */
    Optional<Agreement> lock(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Agreement requireLocked(UUID id) {
        return lock(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    void add(Agreement agreement);

    /** The next free number of the year: {@code AGR-2026-0005}. Numbers may have gaps, and none is given twice. */
    String nextNumber(int year);

    /** Agreements with a signed version whose day has come. */
    List<UUID> withTermToStart(LocalDate today, int limit);

    /** Agreements in force or suspended whose governing version's last day lies before today. */
    List<UUID> withTermOver(LocalDate today, int limit);

    /** Agreements with a round whose end has come and that nobody has closed. */
    List<UUID> withRoundOver(Instant now, int limit);
}
