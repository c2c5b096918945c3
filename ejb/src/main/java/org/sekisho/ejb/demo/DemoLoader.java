package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.party.CreatePerson;
import org.sekisho.ejb.party.DemoRegime;
import org.sekisho.ejb.party.Designate;
import org.sekisho.ejb.party.FirstAdministrator;
import org.sekisho.ejb.party.InstallationService;
import org.sekisho.ejb.party.LinkService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.RegisterOrganisation;
import org.sekisho.ejb.party.RequestRole;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.ejb.shared.Caller;

/**
 * Loads the demo into an empty database, as its people would have filled it: the administrator founds the installation, registers
 * organisations and invites their administrators, those invite their people, and a second person approves every role.
 */
@ApplicationScoped
public class DemoLoader implements DemoRegime {

    /** The password of every account of the demo. */
    static final String PASSWORD = "Sekisho-demo-2026";

    private static final Duration DESIGNATED_SINCE = Duration.ofDays(30);
    private static final int DESIGNATED_YEARS = 2;

    @Inject
    private DemoService demo;

    @Inject
    private DemoSessions sessions;

    @Inject
    private InstallationService installer;

    @Inject
    private LinkService links;

    @Inject
    private OrganisationService organisations;

    @Inject
    private PeopleService people;

    @Inject
    private RoleService roles;

    @Inject
    private Clock clock;

    private final DemoCast cast = new DemoCast();

    @Override
    public void load() {
        if (sessions.asInstaller(demo::holdsDemo)) {
            sessions.asInstaller(() -> {
                demo.followClock();
                return true;
            });
            return;
        }
        found();
        DemoOrganisation secretariat = cast.secretariat();
        String administrator = secretariat.email(secretariat.people().get(0));
        String coordinator = secretariat.email(secretariat.people().get(1));
        secretariat(secretariat, administrator, coordinator);
        for (DemoOrganisation organisation : cast.others()) {
            join(organisation, administrator, coordinator);
        }
        designate(coordinator);
        sessions.signOut();
        sessions.asInstaller(() -> {
            demo.setClock(Duration.ZERO);
            return true;
        });
    }

    /** The installation with its first administrator, by the link that a real first start prints. */
    private void found() {
        Optional<String> token = sessions.asInstaller(installer::makeFirstLink);
        DemoOrganisation secretariat = cast.secretariat();
        DemoPerson administrator = secretariat.people().get(0);
        token.ifPresent(link -> {
            Caller.Binding binding = Caller.bind(Caller.request(Optional.empty(), ""));
            try {
                links.setUpFirstAdministrator(new FirstAdministrator(
                        link,
                        secretariat.shortName(),
                        secretariat.name(),
                        secretariat.email(administrator),
                        administrator.name(),
                        ReadingLanguage.EN,
                        Tokens.fresh()));
            } finally {
                binding.close();
            }
        });
        sessions.asInstaller(() -> {
            demo.find(secretariat.email(administrator)).ifPresent(id -> demo.admit(id, PASSWORD));
            return true;
        });
    }

    private void secretariat(DemoOrganisation secretariat, String administrator, String coordinator) {
        UUID id = sessions.as(
                administrator, () -> organisations.find(secretariat.shortName()).id());
        for (DemoPerson person :
                secretariat.people().subList(1, secretariat.people().size())) {
            UUID created = invite(administrator, secretariat, id, person);
            for (Role role : person.roles()) {
                UUID requested = request(administrator, created, role, id);
                if (role != Role.COORDINATOR) {
                    sessions.run(coordinator, () -> roles.approve(requested));
                }
            }
        }
    }

    private void join(DemoOrganisation organisation, String administrator, String coordinator) {
        UUID id = sessions.as(
                administrator,
                () -> organisations.register(new RegisterOrganisation(
                        organisation.shortName(),
                        organisation.name(),
                        organisation.kind(),
                        Set.of(MailDomain.of(organisation.domain())))));
        DemoPerson own = organisation.people().get(0);
        UUID created = invite(administrator, organisation, id, own);
        UUID first = request(administrator, created, Role.ORGANISATION_ADMINISTRATOR, id);
        sessions.run(coordinator, () -> roles.approve(first));
        String ownAdministrator = organisation.email(own);
        for (DemoPerson person :
                organisation.people().subList(1, organisation.people().size())) {
            UUID invited = invite(ownAdministrator, organisation, id, person);
            for (Role role : person.roles()) {
                UUID requested = request(ownAdministrator, invited, role, id);
                sessions.run(coordinator, () -> roles.approve(requested));
            }
        }
    }

    private UUID invite(String by, DemoOrganisation organisation, UUID id, DemoPerson person) {
        UUID created = sessions.as(by, () -> people.create(new CreatePerson(
                        organisation.email(person),
                        fullName(organisation, person),
                        ReadingLanguage.EN,
                        id,
                        List.of(),
                        ""))
                .person());
        sessions.asInstaller(() -> {
            demo.admit(created, PASSWORD);
            return true;
        });
        return created;
    }

    private UUID request(String by, UUID person, Role role, UUID organisation) {
        return sessions.as(by, () -> roles.request(new RequestRole(person, role, organisation, cast.reason())));
    }

    private void designate(String coordinator) {
        LocalDate today = Days.of(clock.instant());
        cast.others().stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.AUTHORITY)
                .forEach(authority -> sessions.run(
                        coordinator,
                        () -> organisations.designate(new Designate(
                                organisations.find(authority.shortName()).id(),
                                cast.designation(),
                                today.minusDays(DESIGNATED_SINCE.toDays()),
                                today.plusYears(DESIGNATED_YEARS)))));
    }

    private static Name fullName(DemoOrganisation organisation, DemoPerson person) {
        return Name.of(
                person.name().en() + ", " + organisation.name().en(),
                organisation.name().ja() + " " + person.name().ja());
    }
}
