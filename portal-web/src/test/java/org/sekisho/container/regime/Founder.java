package org.sekisho.container.regime;

import static org.sekisho.container.regime.Sessions.use;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.party.CreatePerson;
import org.sekisho.ejb.party.FirstAdministrator;
import org.sekisho.ejb.party.InstallationService;
import org.sekisho.ejb.party.LinkService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.RegisterOrganisation;
import org.sekisho.ejb.party.RequestRole;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.ejb.party.SecondFactorService;
import org.sekisho.ejb.party.SignedIn;
import org.sekisho.ejb.shared.Caller;

/** Founds organisations and their people: registered, invited, and given roles by two. */
final class Founder {

    private final String passwordHash = new DefaultPasswordService().encryptPassword(Player.PASSWORD);
    private final Player administrator;
    private final Player coordinator;
    private final UUID secretariat;

    Founder() {
        String token = Caller.as(SystemJob.INSTALLER, () -> use(InstallationService.class)
                        .makeFirstLink())
                .orElseThrow(() -> new IllegalStateException("Somebody was founded before the regime"));
        UUID first = Player.with(Caller.request(Optional.empty(), "127.0.0.1"), () -> use(LinkService.class)
                .setUpFirstAdministrator(new FirstAdministrator(
                        token,
                        "sekisho",
                        Name.of("Secretariat", "事務局"),
                        "admin@sekisho.example",
                        Name.of("Administrator", ""),
                        ReadingLanguage.EN,
                        Player.PASSWORD)));
        secretariat =
                UUID.fromString(Database.texts("select home_organisation_id::text from person where id = ?", first)
                        .get(0));
        administrator = signedIn(first, secretariat, "admin@sekisho.example", Role.ADMINISTRATOR);
        coordinator = invite(administrator, secretariat, "coordinator@sekisho.example", Role.COORDINATOR);
    }

    Player administrator() {
        return administrator;
    }

    Player coordinator() {
        return coordinator;
    }

    UUID secretariat() {
        return secretariat;
    }

    /** An organisation with one person in each of these roles, and an administrator of its own. */
    Map<Role, Player> found(String name, OrganisationKind kind, Role... roles) {
        UUID organisation = administrator.as(() -> use(OrganisationService.class)
                .register(new RegisterOrganisation(
                        name, Name.of("The " + name, "組織 " + name), kind, Set.of(MailDomain.of(name + ".example")))));
        Map<Role, Player> people = new EnumMap<>(Role.class);
        Player own = invite(administrator, organisation, "admin@" + name + ".example", Role.ORGANISATION_ADMINISTRATOR);
        people.put(own.role(), own);
        for (Role role : roles) {
            people.put(role, invite(own, organisation, email(role, name), role));
        }
        return people;
    }

    /** Somebody more at an organisation. */
    Player invite(Player by, UUID organisation, String email, Role role) {
        UUID person = by.as(() -> use(PeopleService.class)
                .create(new CreatePerson(
                        email,
                        Name.of(email.replaceFirst("@.*", ""), ""),
                        ReadingLanguage.EN,
                        organisation,
                        List.of(),
                        ""))
                .person());
        UUID requested = by.as(() ->
                use(RoleService.class).request(new RequestRole(person, role, organisation, "Founded for the tests")));
        // Nobody is there to approve the first coordinator.
        Player approver = coordinator;
        if (approver != null) {
            approver.run(() -> use(RoleService.class).approve(requested));
        }
        return signedIn(person, organisation, email, role);
    }

    private Player signedIn(UUID person, UUID organisation, String email, Role role) {
        Database.run("update person set state = 'ACTIVE' where id = ?", person);
        Database.run("update credential set password_hash = ? where person_id = ?", passwordHash, person);
        Player player = new Player(
                person, organisation, email, role, Sessions.open(person, organisation, true), Optional.empty());
        return role == Role.SIGNATORY ? enrolled(player) : player;
    }

    /** With a second factor: whoever signs gives its code. */
    private static Player enrolled(Player player) {
        SecondFactorService service = use(SecondFactorService.class);
        byte[] secret = Sessions.secret(player.as(service::startEnrolment).secret());
        SignedIn rotated = player.as(() -> service.finishEnrolment(Sessions.code(secret)));
        return player.withTotp(secret, rotated.token());
    }

    static String email(Role role, String organisation) {
        return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "@" + organisation + ".example";
    }
}
