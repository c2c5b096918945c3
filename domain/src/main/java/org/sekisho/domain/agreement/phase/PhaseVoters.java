package org.sekisho.domain.agreement.phase;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Which roles speak for an organisation when phases are opened or stepped back. */
final class PhaseVoters {

    private PhaseVoters() {}

    /** The party for which the actor may speak, if there is one. */
    static Optional<UUID> partyOf(Actor actor, Set<UUID> parties) {
        boolean speaks = actor.organisationKind().map(PhaseVoters::roles).orElse(Set.of()).stream()
                .anyMatch(actor::holds);
        return actor.organisation().filter(party -> speaks && parties.contains(party));
    }

    private static Set<Role> roles(OrganisationKind kind) {
        return switch (kind) {
            case INSTITUTION -> EnumSet.of(Role.CISO, Role.SIGNATORY);
            case SECRETARIAT, AUTHORITY, MODEL_PROVIDER, IT_VENDOR -> EnumSet.of(Role.SIGNATORY);
            case AUDIT_FIRM, MINISTRY -> EnumSet.noneOf(Role.class);
        };
    }
}
