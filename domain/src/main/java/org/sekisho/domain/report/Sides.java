package org.sekisho.domain.report;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** For which side of a report somebody speaks. The institution is the one that owns it, and an authority never its own authority. */
public final class Sides {

    private Sides() {}

    /** The side, judged by role and organisation; empty for everybody else, and for an authority's reviewer who is tied to the owner. */
    public static Optional<Side> of(Actor actor, UUID owner) {
        if (actor.isOf(owner)) {
            return actor.holds(Role.SECURITY_REVIEWER) || actor.holds(Role.CISO)
                    ? Optional.of(Side.INSTITUTION_SECURITY)
                    : Optional.empty();
        }
        boolean authority = actor.isOf(OrganisationKind.AUTHORITY) && actor.holds(Role.AUTHORITY_REVIEWER);
        return authority && !actor.affiliations().contains(owner) ? Optional.of(Side.AUTHORITY) : Optional.empty();
    }

    /** Whether the actor works on reports of the institution: looks at what came in, remedies, closes. */
    static boolean worksFor(Actor actor, UUID owner) {
        return actor.isOf(owner)
                && (actor.holds(Role.ANALYST) || actor.holds(Role.SECURITY_REVIEWER) || actor.holds(Role.CISO));
    }
}
