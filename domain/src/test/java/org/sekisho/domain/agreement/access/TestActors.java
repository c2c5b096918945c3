package org.sekisho.domain.agreement.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Ids;

/** People of a few organisations, each call a new person. */
public final class TestActors {

    public static final UUID BANK = new UUID(20, 1);
    public static final UUID RIVAL = new UUID(20, 2);
    public static final UUID PROVIDER = new UUID(20, 3);
    public static final UUID SECRETARIAT = new UUID(20, 4);
    public static final UUID AUTHORITY = new UUID(20, 5);
    public static final UUID VENDOR = new UUID(20, 6);

    private TestActors() {}

    public static Actor ofBank(Role... roles) {
        return of(BANK, OrganisationKind.INSTITUTION, roles);
    }

    public static Actor ofRival(Role... roles) {
        return of(RIVAL, OrganisationKind.INSTITUTION, roles);
    }

    public static Actor ofProvider(Role... roles) {
        return of(PROVIDER, OrganisationKind.MODEL_PROVIDER, roles);
    }

    public static Actor ofVendor(Role... roles) {
        return of(VENDOR, OrganisationKind.IT_VENDOR, roles);
    }

    public static Actor ofSecretariat(Role... roles) {
        return of(SECRETARIAT, OrganisationKind.SECRETARIAT, roles);
    }

    public static Actor ofAuthority(Role... roles) {
        return of(AUTHORITY, OrganisationKind.AUTHORITY, roles);
    }

    public static Actor coordinator() {
        return ofSecretariat(Role.COORDINATOR);
    }

    /** The same person, also tied to another organisation. */
    public static Actor tiedTo(Actor actor, UUID other) {
        Set<UUID> affiliations = new HashSet<>(actor.affiliations());
        affiliations.add(other);
        return new Actor(
                actor.name(),
                actor.person(),
                actor.organisation(),
                actor.organisationKind(),
                affiliations,
                actor.roles());
    }

    private static Actor of(UUID organisation, OrganisationKind kind, Role... roles) {
        return Actor.person(Ids.next(), organisation, kind, Set.of(organisation), Set.copyOf(List.of(roles)));
    }
}
