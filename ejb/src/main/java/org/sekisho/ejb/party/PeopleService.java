package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.AccountPolicy;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.PeopleDirectory;
import org.sekisho.domain.party.person.PeopleDirectory.AffiliationRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonFilter;
import org.sekisho.domain.party.person.PeopleDirectory.PersonRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonView;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.role.RoleDirectory;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.party.signin.SessionDirectory;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/**
 * People and their accounts, for the administrators who look after them. What ends an account or moves it stands in
 * {@link AccountEndingService}.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class PeopleService {

    private static final String PERSON = "person";

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private PeopleDirectory directory;

    @Inject
    private RoleDirectory roleDirectory;

    @Inject
    private SessionDirectory sessionDirectory;

    @Inject
    private RoleAssignments roles;

    @Inject
    private RoleHistories histories;

    @Inject
    private Credentials credentials;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Links links;

    @Inject
    private Accounts accounts;

    @Inject
    private Mail mail;

    /** People whom the actor may see. */
    @Permission(value = "person:list", recorded = Recorded.REFUSALS)
    public Page<PersonRow> list(PersonFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** To how many organisations they belong. */
    @Permission(value = "person:list", recorded = Recorded.REFUSALS)
    public int organisationCount() {
        return directory.organisationCount();
    }

    /** One person with roles, affiliations and sessions. */
    @Permission(value = "person:list", recorded = Recorded.REFUSALS)
    public PersonPage one(@About(PERSON) UUID person) {
        return page(directory.view(person).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)));
    }

    /**
     * The same by id or address.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    @Permission(value = "person:list", recorded = Recorded.REFUSALS)
    public PersonPage find(String name) {
        return page(Identifiers.id(name)
                .flatMap(directory::view)
                .or(() -> directory.viewByEmail(name))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)));
    }

    /** At which organisations a person is and was, and as what. */
    @Permission(value = "person:list", recorded = Recorded.REFUSALS)
    public Page<AffiliationRow> affiliations(
            @About(PERSON) UUID person, Optional<AffiliationKind> kind, PageRequest page) {
        Checks.check(directory.view(person).isPresent(), SharedError.NOT_FOUND);
        return directory.affiliations(person, kind, page);
    }

    /**
     * Invites somebody, and asks for their first roles.
     *
     * @throws Refusal with a code of {@link PartyError}; then nothing is done
     */
    @Permission("person:create")
    public PersonCreated create(CreatePerson command) {
        Organisation home = organisations.require(command.organisation());
        AccountPolicy.requireCreatesAt(act.actor(), home.id());
        EmailAddress email = EmailAddress.of(command.email());
        Person person = new Person(email, command.name(), command.language(), home, act.actor(), act.now());
        people.add(person);
        credentials.add(new Credential(person.id()));
        act.happened(person.invited());
        List<UUID> requested = new ArrayList<>();
        for (Role role : command.roles()) {
            RoleAssignment assignment = RoleAssignment.ask(
                    person,
                    role,
                    home,
                    command.reason(),
                    roles::everHeld,
                    histories.of(person, home.id(), Optional.empty()),
                    act.actor(),
                    act.now());
            roles.add(assignment);
            act.happened(assignment.requested());
            requested.add(assignment.id());
        }
        IssuedLink link = links.issue(person, LinkPurpose.INVITATION);
        return new PersonCreated(person.id(), email.toString(), link, requested);
    }

    /** Changes address, names and language of mails. */
    @Permission("person:edit")
    public void edit(EditPerson command) {
        Person person = accounts.requireManaged(command.person());
        boolean current =
                command.version().filter(read -> read != person.version()).isEmpty();
        Checks.check(current, SharedError.CHANGED_MEANWHILE);
        command.name().filter(name -> !name.equals(person.name())).ifPresent(name -> act.happened(person.rename(name)));
        command.language()
                .filter(language -> language != person.language())
                .ifPresent(language -> act.happened(person.chooseLanguage(language)));
        command.email()
                .map(EmailAddress::of)
                .filter(email -> !email.equals(person.email()))
                .ifPresent(email -> changeEmail(person, email));
    }

    /** Shuts an account until it is unlocked; its sessions end. */
    @Permission("person:lock")
    public void lock(@About(PERSON) UUID person, String reason) {
        Person locked = accounts.requireManaged(person);
        act.happened(locked.lock(act.actor(), reason, act.now()));
        accounts.endSessions(person);
    }

    /** Opens a locked account, and forgets its failed attempts. */
    @Permission("person:unlock")
    public void unlock(@About(PERSON) UUID person) {
        Person unlocked = accounts.requireManaged(person);
        if (unlocked.state() == PersonState.LOCKED) {
            act.happened(unlocked.unlock(act.actor(), act.now()));
        }
        act.happened(credentials.requireLocked(person).forgive(act.actor()));
    }

    /**
     * Makes a link to choose a password: an invitation for somebody invited, a reset for everyone else. The old password works until
     * the link is used.
     *
     * @throws Refusal with {@code AccountError.LINK_NOT_SHOWN} when only another administrator may see it
     */
    @Permission("person:reset")
    public IssuedLink reset(@About(PERSON) UUID person) {
        Person reset = accounts.requireManaged(person);
        accounts.requireOther(person);
        reset.requireNotDeactivated();
        LinkPurpose purpose = reset.state() == PersonState.INVITED ? LinkPurpose.INVITATION : LinkPurpose.RESET;
        IssuedLink link = links.issue(reset, purpose);
        accounts.requireMade(link);
        return link;
    }

    /** Takes the second factor off, because the device is lost; the sessions end, and the person enrols another. */
    @Permission("person:reset")
    public void removeSecondFactor(@About(PERSON) UUID person) {
        Person who = accounts.requireManaged(person);
        accounts.requireOther(person);
        act.happened(credentials.requireLocked(person).removeSecondFactor(act.actor()));
        secondFactors.erase(who);
        accounts.endSessions(person);
        mail.accountChanged(person);
    }

    private void changeEmail(Person person, EmailAddress email) {
        Organisation home = organisations.require(person.home());
        // First, or every address of somebody elsewhere could be tried out by what is answered.
        home.requireDomainOf(email);
        links.replaceOpen(person.id());
        Checks.check(!people.isTaken(email), PartyError.EMAIL_TAKEN, Map.of("email", email.toString()));
        act.happened(person.changeEmail(email, home));
        mail.accountChanged(person.id());
    }

    private PersonPage page(PersonView view) {
        UUID person = view.row().id();
        boolean manageable = act.actor().administersInstallation()
                || (act.actor().administers(view.row().organisation()) && !histories.administersInstallation(person));
        return new PersonPage(view, roleDirectory.of(person), sessionDirectory.of(person, act.now()), manageable);
    }
}
