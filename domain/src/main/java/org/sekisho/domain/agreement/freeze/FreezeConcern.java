package org.sekisho.domain.agreement.freeze;

import java.util.Set;
import java.util.UUID;

/**
 * Whom a scope concerns, as the register has it when somebody freezes or lifts.
 *
 * @param concerned the organisation named, those of the person named, or the one that receives access under the agreement named;
 *     nobody for everything
 * @param parties parties to the agreement named, or to any agreement in which one of {@code concerned} receives access
 * @param designated authorities designated for one of {@code concerned}, or for the agreement named
 * @param rivals institutions that are not {@code concerned}: whoever is tied to one of them doesn't lift
 */
public record FreezeConcern(Set<UUID> concerned, Set<UUID> parties, Set<UUID> designated, Set<UUID> rivals) {

    public FreezeConcern {
        concerned = Set.copyOf(concerned);
        parties = Set.copyOf(parties);
        designated = Set.copyOf(designated);
        rivals = Set.copyOf(rivals);
    }

    /** For a freeze of everything. */
    public static FreezeConcern everything() {
        return new FreezeConcern(Set.of(), Set.of(), Set.of(), Set.of());
    }
}
