package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/** Organisations and people for tests. */
public final class PartyExamples {

    /** 28 May 2026, 10:00 in Tokyo. */
    public static final Instant NOW = Instant.parse("2026-05-28T01:00:00Z");

    private PartyExamples() {}

    /** An active organisation whose one mail domain is {@code <shortName>.example}. */
    public static Organisation organisation(String shortName, OrganisationKind kind) {
        Organisation organisation =
                new Organisation(shortName, Name.of(shortName + " Inc.", shortName + "社"), kind, NOW);
        organisation.useMailDomains(
                Set.of(MailDomain.of(shortName + ".example")), installer(), false, domain -> false, domain -> false);
        return organisation;
    }

    /** A bank. */
    public static Organisation bank(String shortName) {
        return organisation(shortName, OrganisationKind.INSTITUTION);
    }

    /** Somebody who was invited and hasn't answered. */
    public static Person invited(String email, Organisation home) {
        return new Person(
                EmailAddress.of(email), Name.of("Sato Hanako", "佐藤 花子"), ReadingLanguage.JA, home, installer(), NOW);
    }

    /** Somebody with an account in use. */
    public static Person active(String email, Organisation home) {
        Person person = invited(email, home);
        person.activate(NOW);
        return person;
    }

    /** The installer of an empty database. */
    public static Actor installer() {
        return Actor.system("installer");
    }

    /** Somebody else of the organisation, in these roles. */
    public static Actor actorOf(Organisation organisation, Role... roles) {
        return actor(Ids.next(), organisation, roles);
    }

    /** This person, acting for the organisation in these roles. */
    public static Actor actor(UUID person, Organisation organisation, Role... roles) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(Arrays.asList(roles));
        return Actor.person(person, organisation.id(), organisation.kind(), Set.of(organisation.id()), held);
    }

    /** Fails unless the act is refused with this code; returns the refusal. */
    public static Refusal assertRefused(ErrorCode code, Executable act) {
        Refusal refusal = assertThrows(Refusal.class, act);
        assertEquals(code, refusal.code());
        return refusal;
    }
}
