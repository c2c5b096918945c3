package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.party.signin.OneTimeLink;
import org.sekisho.domain.party.signin.OneTimeLinks;
import org.sekisho.domain.party.signin.PasswordRules;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.KeyFingerprints;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.OrganisationKeys;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** One-time links, for whoever holds one and hasn't signed in. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class LinkService {

    @Inject
    private CurrentAct act;

    @Inject
    private OneTimeLinks links;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Credentials credentials;

    @Inject
    private RoleAssignments roles;

    @Inject
    private Passwords passwords;

    @Inject
    private Endings endings;

    @Inject
    private Links ownLinks;

    @Inject
    private KeyStore keys;

    @Inject
    private KeyFingerprints fingerprints;

    @Inject
    private Entrance entrance;

    @Inject
    private FirstLink firstLink;

    @Inject
    private Mail mail;

    /**
     * What a link is for.
     *
     * @throws Refusal with {@link AccountError#LINK_INVALID} when it is unknown, used, replaced or too old
     */
    @Permission(value = "account:use-link", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public LinkView look(String token) {
        OneTimeLink link = requireOpen(token);
        Optional<Person> person = link.person().map(people::require);
        person.ifPresent(LinkService::requireUsable);
        return new LinkView(
                link.purpose(),
                person.map(who -> who.email().toString()),
                person.map(who -> organisations.require(who.home()).name()),
                link.expiresAt());
    }

    /**
     * Chooses a password; whoever was invited has accepted by that. All sessions end, and the person signs in with the new password.
     *
     * @throws Refusal with {@link AccountError#LINK_INVALID}, or one of the {@code PASSWORD_…} codes, after which the link is good still
     */
    @Permission(value = "account:use-link", beforeSignIn = true)
    public void choosePassword(ChoosePassword command) {
        OneTimeLink link = requireOpen(command.token());
        Person person = people.require(link.person().orElseThrow(() -> new Refusal(AccountError.LINK_INVALID)));
        requireUsable(person);
        Organisation home = organisations.require(person.home());
        act.about("person", person.id());
        act.happened(link.use(act.now()));
        Credential credential = credentials.requireLocked(person.id());
        act.happened(credential.setPassword(hash(command.password(), person.email(), home), act.now()));
        if (person.state() == PersonState.INVITED) {
            act.happened(person.activate(act.now()));
        } else {
            mail.accountChanged(person.id());
        }
        ownLinks.replaceOpen(person.id());
        endings.endSessions(person.id(), SessionEnd.PASSWORD_CHANGED, Optional.empty());
    }

    /**
     * Sets an empty installation up: the secretariat and its key in the vault, its first administrator with
     * that role and a password.
     *
     * @return the administrator's id
     * @throws Refusal with {@link AccountError#LINK_INVALID} once there is anybody
     */
    @Permission(value = "account:use-link", beforeSignIn = true)
    public UUID setUpFirstAdministrator(FirstAdministrator command) {
        OneTimeLink link = requireOpen(command.token());
        Checks.check(link.purpose() == LinkPurpose.FIRST_ADMINISTRATOR && people.isEmpty(), AccountError.LINK_INVALID);
        // Who holds this link acts for the installer, who alone may found anything.
        entrance.enter(SystemJob.INSTALLER);
        act.attributeTo(SystemJob.INSTALLER.actor());
        EmailAddress email = EmailAddress.of(command.email());
        Organisation secretariat =
                new Organisation(command.shortName(), command.organisation(), OrganisationKind.SECRETARIAT, act.now());
        organisations.add(secretariat);
        secretariat.useMailDomains(
                Set.of(email.domain()), SystemJob.INSTALLER.actor(), false, domain -> false, domain -> false);
        new OrganisationKeys(keys, fingerprints).create(secretariat.id());
        Person person = new Person(
                email, command.name(), command.language(), secretariat, SystemJob.INSTALLER.actor(), act.now());
        people.add(person);
        Credential credential = new Credential(person.id());
        credential.setPassword(hash(command.password(), email, secretariat), act.now());
        credentials.add(credential);
        act.happened(secretariat.registered());
        act.happened(person.invited());
        act.happened(person.activate(act.now()));
        found(person, secretariat);
        act.happened(link.use(act.now()));
        links.openFor(LinkPurpose.FIRST_ADMINISTRATOR).forEach(other -> other.replace(act.now()));
        act.afterCommit(firstLink::remove);
        return person.id();
    }

    /** The one role that nobody could approve; it administers the secretariat's own people too. */
    private void found(Person person, Organisation secretariat) {
        RoleAssignment assignment = RoleAssignment.found(
                person,
                Role.ADMINISTRATOR,
                secretariat,
                roles.everHeld(Role.ADMINISTRATOR),
                RoleHistory.ofNewcomer(secretariat.kind(), false),
                SystemJob.INSTALLER.actor(),
                act.now());
        roles.add(assignment);
        act.happened(assignment.requested());
    }

    private OneTimeLink requireOpen(String token) {
        OneTimeLink link =
                links.findByTokenHash(Tokens.hash(token)).orElseThrow(() -> new Refusal(AccountError.LINK_INVALID));
        Checks.check(link.isOpen(act.now()), AccountError.LINK_INVALID);
        return link;
    }

    /** The account may have been locked or ended since. */
    private static void requireUsable(Person person) {
        boolean usable = person.state() == PersonState.INVITED || person.state() == PersonState.ACTIVE;
        Checks.check(usable, AccountError.LINK_INVALID);
    }

    private String hash(String password, EmailAddress email, Organisation home) {
        return passwords.hash(password, PasswordRules.words(email, home.shortName(), home.name()));
    }
}
