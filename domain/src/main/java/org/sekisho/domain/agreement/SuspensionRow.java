package org.sekisho.domain.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;

/**
 * A suspension as a page and a pack show it.
 *
 * @param organisation whose person suspended, or which party withdrew its signature
 * @param personName the name, where the asker may see that person
 * @param agreedSide the side that has agreed to resume while the other one is missing
 */
public record SuspensionRow(
        UUID id,
        SuspensionCause cause,
        UUID organisation,
        UUID person,
        Optional<Name> personName,
        String reason,
        Instant beganAt,
        Optional<ResumptionSide> agreedSide,
        Optional<Instant> endedAt) {}
