package org.sekisho.domain.party.role;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;

/** Who may give a role and take it away, and who may hold it. Nobody decides about a role of their own. */
final class RoleRules {

    private RoleRules() {}

    /** An administrator of the role's organisation, or of the installation, asks for it. */
    static void requireRequester(Actor by, UUID person, UUID organisation) {
        Checks.check(by.administers(organisation) || by.administersInstallation(), PartyError.ROLE_OUT_OF_REACH);
        requireNotOwn(by, person);
    }

    /**
     * The installer founds the first administrator and the first coordinator; the first administrator may do the latter too.
     *
     * @param everHeld whether anybody ever held this role here
     */
    static void requireFounder(Actor by, Role role, UUID person, boolean everHeld) {
        boolean foundable = role == Role.ADMINISTRATOR || role == Role.COORDINATOR;
        boolean mayFound = by.isSystem() || (role == Role.COORDINATOR && by.administersInstallation());
        Checks.check(foundable && mayFound && !everHeld, PartyError.FOUNDED);
        Checks.check(by.person().filter(person::equals).isEmpty(), PartyError.OWN_ROLE);
    }

    /** The secretariat approves, or whoever answers for the people of the role's organisation. */
    static void requireApprover(Actor by, UUID person, UUID organisation) {
        boolean secretariat = by.holds(Role.ADMINISTRATOR) || by.holds(Role.COORDINATOR);
        boolean there = by.isOf(organisation)
                && (by.holds(Role.ORGANISATION_ADMINISTRATOR) || by.holds(Role.CISO) || by.holds(Role.SIGNATORY));
        Checks.check(secretariat || there, PartyError.ROLE_OUT_OF_REACH);
        requireNotOwn(by, person);
    }

    /** An administrator of the role's organisation confirms. */
    static void requireConfirmer(Actor by, UUID person, UUID organisation) {
        Checks.check(by.administers(organisation), PartyError.ROLE_CONFIRMED_THERE);
        requireNotOwn(by, person);
    }

    /** Whoever could approve or confirm may decline. */
    static void requireDecliner(Actor by, UUID person, UUID organisation) {
        if (!by.administers(organisation)) {
            requireApprover(by, person, organisation);
        }
        requireNotOwn(by, person);
    }

    /**
     * One person is enough to end a role, since it only takes away; but an administrator doesn't end their own, and only one of the
     * installation ends another's, so that the last can't be lost.
     */
    static void requireEnder(Actor by, Role role, UUID person, UUID organisation) {
        boolean own = by.person().filter(person::equals).isPresent();
        boolean administrates = role == Role.ADMINISTRATOR || role == Role.ORGANISATION_ADMINISTRATOR;
        Checks.check(!own || !administrates, PartyError.OWN_ROLE);
        boolean there = by.administers(organisation) || (by.isOf(organisation) && by.holds(Role.CISO));
        boolean reaches = by.administersInstallation() || (role != Role.ADMINISTRATOR && (own || there));
        Checks.check(reaches, PartyError.ROLE_OUT_OF_REACH);
    }

    /** Whether this person may hold this role there: it is looked at again at every step, since people move meanwhile. */
    static void requireEligible(Role role, Person candidate, Organisation at, RoleHistory history, Instant now) {
        candidate.requireNotDeactivated();
        at.requireActive();
        OrganisationKind kind = at.kind();
        Checks.check(
                role.existsAt(kind), PartyError.ROLE_NOT_AT_KIND, Map.of("role", role.name(), "kind", kind.name()));
        boolean belongs = candidate.affiliations().current(Days.of(now)).contains(at.id());
        Checks.check(belongs, PartyError.NOT_OF_ORGANISATION);
        boolean holds = history.held().stream()
                .anyMatch(each -> each.role() == role && each.organisation().equals(at.id()) && !each.former());
        Checks.check(!holds, PartyError.ROLE_HELD, Map.of("role", role.name(), "organisation", at.shortName()));
        RoleConflicts.requireNone(role, at.id(), history.held(), history.countingKinds());
    }

    private static void requireNotOwn(Actor by, UUID person) {
        Checks.check(!by.requirePerson().equals(person), PartyError.OWN_ROLE);
    }
}
