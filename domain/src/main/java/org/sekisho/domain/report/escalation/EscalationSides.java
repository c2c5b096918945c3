package org.sekisho.domain.report.escalation;

import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Who does what with an escalation. Nobody who is tied to the institution acts for the authority in its matter. */
public final class EscalationSides {

    private EscalationSides() {}

    /** Whether the actor acknowledges escalations of this institution. */
    public static boolean isDutyOfficer(Actor actor, UUID owner) {
        return actor.holds(Role.DUTY_OFFICER) && isUntiedAuthority(actor, owner);
    }

    /** Whether the actor reads, and stands down, escalations of this institution for an authority. */
    public static boolean isOfAuthority(Actor actor, UUID owner) {
        return (actor.holds(Role.DUTY_OFFICER) || actor.holds(Role.AUTHORITY_REVIEWER))
                && isUntiedAuthority(actor, owner);
    }

    /** Whether the actor adds to what the authority reads. */
    public static boolean speaksForOwner(Actor actor, UUID owner) {
        return actor.isOf(owner)
                && (actor.holds(Role.DUTY_OFFICER) || actor.holds(Role.SECURITY_REVIEWER) || actor.holds(Role.CISO));
    }

    private static boolean isUntiedAuthority(Actor actor, UUID owner) {
        return actor.isOf(OrganisationKind.AUTHORITY) && !actor.affiliations().contains(owner);
    }
}
