package org.sekisho.domain.party;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts: a signed-in person, or the system under the name of one of its jobs. Resolved once per request from the database and
 * handed to the verbs of the domain.
 *
 * @param name as the trail writes it: {@code person:<id>} or {@code system:<job>}
 * @param person the person, absent for the system
 * @param organisation for whom the person acts: the home organisation, or the host of a secondee
 * @param organisationKind what that organisation is
 * @param affiliations every organisation that counts when conflicts are checked: home, host and commissioning ones, and those
 *     left less than two years ago
 * @param roles the roles in effect at {@code organisation}
 */
public record Actor(
        String name,
        Optional<UUID> person,
        Optional<UUID> organisation,
        Optional<OrganisationKind> organisationKind,
        Set<UUID> affiliations,
        Set<Role> roles) {

    public Actor {
        affiliations = Set.copyOf(affiliations);
        roles = Set.copyOf(roles);
    }

    /** A job of the system. */
    public static Actor system(String job) {
        return new Actor("system:" + job, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }

    /** A signed-in person. */
    public static Actor person(
            UUID person, UUID organisation, OrganisationKind kind, Set<UUID> affiliations, Set<Role> roles) {
        return new Actor(
                "person:" + person,
                Optional.of(person),
                Optional.of(organisation),
                Optional.of(kind),
                affiliations,
                roles);
    }

    /** Nobody: what may be done before sign-in. */
    public static Actor anonymous() {
        return new Actor("anonymous", Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    public boolean isOf(UUID other) {
        return organisation.filter(other::equals).isPresent();
    }

    public boolean isOf(OrganisationKind kind) {
        return organisationKind.filter(kind::equals).isPresent();
    }

    /** Whether this is an administrator of that organisation; the secretariat's own are those of the installation too. */
    public boolean administers(UUID other) {
        return isOf(other) && (holds(Role.ORGANISATION_ADMINISTRATOR) || holds(Role.ADMINISTRATOR));
    }

    /** Whether this is an administrator of the installation, whom the secretariat provides. */
    public boolean administersInstallation() {
        return holds(Role.ADMINISTRATOR);
    }

    public boolean isSystem() {
        return name.startsWith("system:");
    }

    /** The person, where only a person may act. */
    public UUID requirePerson() {
        return person.orElseThrow(() -> new IllegalStateException(name + " is not a person"));
    }
}
