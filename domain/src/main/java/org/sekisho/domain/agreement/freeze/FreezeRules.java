package org.sekisho.domain.agreement.freeze;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Who may freeze what, and on which side somebody stands when it is lifted. */
final class FreezeRules {

    /** Roles that answer for an organisation at short notice. */
    private static final Set<Role> ANSWERING = EnumSet.of(
            Role.COORDINATOR,
            Role.ADMINISTRATOR,
            Role.CISO,
            Role.SECURITY_REVIEWER,
            Role.AUTHORITY_REVIEWER,
            Role.DUTY_OFFICER,
            Role.SIGNATORY,
            Role.ORGANISATION_ADMINISTRATOR);

    private static final Set<Role> SECRETARIAT = EnumSet.of(Role.COORDINATOR, Role.ADMINISTRATOR, Role.SIGNATORY);

    private FreezeRules() {}

    /**
     * Whether the actor may freeze this: the secretariat anything, every organisation itself, provider and authority what they are
     * party to or designated for.
     */
    static boolean mayFreeze(Actor actor, FreezeConcern concern) {
        if (isSecretariat(actor)) {
            return true;
        }
        Optional<UUID> own = actor.organisation().filter(any -> answers(actor));
        if (own.filter(concern.concerned()::contains).isPresent()) {
            return true;
        }
        boolean oversees = actor.isOf(OrganisationKind.AUTHORITY) || actor.isOf(OrganisationKind.MODEL_PROVIDER);
        return oversees
                && own.filter(organisation -> concern.parties().contains(organisation)
                                || concern.designated().contains(organisation))
                        .isPresent();
    }

    /** The side for which the actor may lift; empty when on neither, or tied to a rival of the organisation concerned. */
    static Optional<LiftSide> sideOf(Actor actor, FreezeScope scope, FreezeConcern concern) {
        boolean tied = actor.affiliations().stream().anyMatch(concern.rivals()::contains)
                || actor.organisation().filter(concern.rivals()::contains).isPresent();
        boolean isTarget = actor.person()
                .filter(who -> scope.names(FreezeKind.PERSON, who))
                .isPresent();
        if (tied || isTarget || !answers(actor)) {
            return Optional.empty();
        }
        if (scope.kind() == FreezeKind.ALL) {
            return isSecretariat(actor)
                    ? Optional.of(LiftSide.OVERSIGHT)
                    : Optional.of(LiftSide.CONCERNED).filter(side -> actor.isOf(OrganisationKind.AUTHORITY));
        }
        if (actor.organisation().filter(concern.concerned()::contains).isPresent()) {
            return Optional.of(LiftSide.CONCERNED);
        }
        boolean oversight = isSecretariat(actor) || actor.isOf(OrganisationKind.AUTHORITY);
        return Optional.of(LiftSide.OVERSIGHT).filter(side -> oversight);
    }

    private static boolean isSecretariat(Actor actor) {
        return actor.isOf(OrganisationKind.SECRETARIAT) && SECRETARIAT.stream().anyMatch(actor::holds);
    }

    private static boolean answers(Actor actor) {
        return ANSWERING.stream().anyMatch(actor::holds);
    }
}
