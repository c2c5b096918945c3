package org.sekisho.domain.agreement.freeze;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A freeze as a list, its page and a pack show it.
 *
 * @param targetName the person's or organisation's name in the reader's language, or the agreement's number; empty for everything
 * @param frozenByName the name, where the asker may see that person
 * @param lifts who agreed to lift it, in order: none, one or two
 */
public record FreezeRow(
        UUID id,
        int version,
        FreezeKind kind,
        Optional<UUID> target,
        Optional<String> targetName,
        String reason,
        FreezeState state,
        UUID frozenBy,
        Optional<String> frozenByName,
        UUID frozenByOrganisation,
        String frozenByOrganisationName,
        Instant frozenAt,
        Optional<Instant> liftedAt,
        List<Lift> lifts) {

    public FreezeRow {
        lifts = List.copyOf(lifts);
    }

    /** One side's agreement to lift. */
    public record Lift(
            LiftSide side,
            UUID person,
            Optional<String> personName,
            UUID organisation,
            String reason,
            Instant agreedAt) {}
}
