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
 * Who takes part, and how they came in: the administrator founds the installation, registers organisations and invites their
 * administrators, those invite their people, and a second person approves every role.
 */
@ApplicationScoped
class DemoOrganisations {

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

    /** Lets everyone in. */
    DemoRegister enter() {
        DemoRegister register = new DemoRegister();
        DemoOrganisation secretariat = cast.secretariat();
        String administrator = secretariat.email(secretariat.people().get(0));
        found(register, secretariat);
        secretariat(register, secretariat, administrator);
        for (DemoOrganisation organisation : cast.others()) {
            join(register, organisation, administrator);
        }
        designate(register);
        return register;
    }

    /** The installation with its first administrator, by the link that a real first start prints. */
    private void found(DemoRegister register, DemoOrganisation secretariat) {
        DemoPerson administrator = secretariat.people().get(0);
        String token = sessions.asInstaller(installer::makeFirstLink).orElseThrow();
        Caller.Binding binding = Caller.bind(Caller.request(Optional.empty(), ""));
        try {
            links.setUpFirstAdministrator(new FirstAdministrator(
                    token,
                    secretariat.shortName(),
                    secretariat.name(),
                    secretariat.email(administrator),
                    administrator.name(),
                    ReadingLanguage.EN,
                    Tokens.fresh()));
        } finally {
            binding.close();
        }
        admit(
                register,
                secretariat.email(administrator),
                sessions.asInstaller(() -> demo.find(secretariat.email(administrator)))
                        .orElseThrow());
    }

    private void secretariat(DemoRegister register, DemoOrganisation secretariat, String administrator) {
        UUID id = sessions.as(
                administrator, () -> organisations.find(secretariat.shortName()).id());
        register.organisation(secretariat.shortName(), id);
        for (DemoPerson person : others(secretariat)) {
            UUID created = invite(register, administrator, secretariat, id, person);
            for (Role role : person.roles()) {
                UUID requested = request(administrator, created, role, id);
                if (role != Role.COORDINATOR) {
                    approve(requested);
                }
            }
        }
    }

    private void join(DemoRegister register, DemoOrganisation organisation, String administrator) {
        UUID id = sessions.as(
                administrator,
                () -> organisations.register(new RegisterOrganisation(
                        organisation.shortName(),
                        organisation.name(),
                        organisation.kind(),
                        Set.of(MailDomain.of(organisation.domain())))));
        register.organisation(organisation.shortName(), id);
        DemoPerson own = organisation.people().get(0);
        UUID created = invite(register, administrator, organisation, id, own);
        approve(request(administrator, created, Role.ORGANISATION_ADMINISTRATOR, id));
        String ownAdministrator = organisation.email(own);
        for (DemoPerson person : others(organisation)) {
            UUID invited = invite(register, ownAdministrator, organisation, id, person);
            for (Role role : person.roles()) {
                approve(request(ownAdministrator, invited, role, id));
            }
        }
    }

    private UUID invite(DemoRegister register, String by, DemoOrganisation organisation, UUID id, DemoPerson person) {
        UUID created = sessions.as(by, () -> people.create(new CreatePerson(
                        organisation.email(person),
                        fullName(organisation, person),
                        ReadingLanguage.EN,
                        id,
                        List.of(),
                        ""))
                .person());
        admit(register, organisation.email(person), created);
        return created;
    }

    private void admit(DemoRegister register, String email, UUID id) {
        register.person(email, id);
        sessions.asInstaller(() -> {
            demo.admit(id, DemoLoader.PASSWORD);
            return true;
        });
    }

    private UUID request(String by, UUID person, Role role, UUID organisation) {
        return sessions.as(by, () -> roles.request(new RequestRole(person, role, organisation, cast.reason())));
    }

    private void approve(UUID requested) {
        sessions.run(DemoRegister.COORDINATOR, () -> roles.approve(requested));
    }

    private void designate(DemoRegister register) {
        LocalDate today = Days.of(clock.instant());
        cast.others().stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.AUTHORITY)
                .forEach(authority -> sessions.run(
                        DemoRegister.COORDINATOR,
                        () -> organisations.designate(new Designate(
                                register.organisation(authority.shortName()),
                                cast.designation(),
                                today.minusDays(DESIGNATED_SINCE.toDays()),
                                today.plusYears(DESIGNATED_YEARS)))));
    }

    /** All but the administrator, who comes first. */
    private static List<DemoPerson> others(DemoOrganisation organisation) {
        return organisation.people().subList(1, organisation.people().size());
    }

    private static Name fullName(DemoOrganisation organisation, DemoPerson person) {
        return Name.of(
                person.name().en() + ", " + organisation.name().en(),
                organisation.name().ja() + " " + person.name().ja());
    }
}
