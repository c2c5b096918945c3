package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Entrance.Entered;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.signin.Account;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.party.signin.PasswordRules;
import org.sekisho.domain.party.signin.SessionDirectory;
import org.sekisho.domain.party.signin.SessionDirectory.SessionFilter;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Authorisation;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.Surroundings;
import org.sekisho.ejb.shared.UseCases;

/** What people do with their own account. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AccountService {

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private OrganisationDirectory organisationDirectory;

    @Inject
    private Credentials credentials;

    @Inject
    private LoginSessions sessions;

    @Inject
    private SessionDirectory sessionDirectory;

    @Inject
    private Passwords passwords;

    @Inject
    private Rotation rotation;

    @Inject
    private Endings endings;

    @Inject
    private Mail mail;

    @Inject
    private Authorisation authorisation;

    @Inject
    private Surroundings surroundings;

    /** Who is signed in, and what the pages may offer them. */
    @Permission(value = "account:read", recorded = Recorded.UNDONE)
    public Account me() {
        Person person = people.require(act.person());
        Organisation organisation =
                organisations.require(act.actor().organisation().orElseThrow());
        Entered session = act.session().orElseThrow();
        Set<String> permissions = authorisation.isSettled(session)
                ? Permissions.of(act.actor().roles())
                : Permissions.withoutSecondFactor();
        return new Account(
                person.id(),
                person.email().toString(),
                person.name(),
                organisation.id(),
                organisation.shortName(),
                organisation.name(),
                organisation.kind(),
                act.actor().roles(),
                permissions,
                authorisation.secondFactor(session),
                session.mustChangePassword(),
                person.language().tag(),
                person.shortcuts(),
                surroundings.clockOffset().toSeconds());
    }

    /** Chooses the language of pages and mails. */
    @Permission("account:choose-language")
    public void chooseLanguage(ReadingLanguage language) {
        act.happened(people.requireLocked(act.person()).chooseLanguage(language));
    }

    /** Chooses whether single letters act on pages. */
    @Permission("account:choose-shortcuts")
    public void chooseShortcuts(boolean shortcuts) {
        act.happened(people.requireLocked(act.person()).chooseShortcuts(shortcuts));
    }

    /**
     * Changes one's own password; the other sessions end. A wrong present one is counted like a failed sign-in.
     *
     * @throws Refusal with {@link AccountError#PASSWORD_WRONG}, or what is wrong with the new one
     */
    @Permission("account:change-password")
    public void changePassword(ChangePassword command) {
        Person person = people.require(act.person());
        Credential credential = credentials.requireLocked(person.id());
        boolean right = passwords.matches(command.present(), credential.passwordHash());
        if (!right || credential.isLocked(act.now())) {
            credential.fail(act.now());
            act.refuseAndKeep(new Refusal(AccountError.PASSWORD_WRONG));
            return;
        }
        Organisation home = organisations.require(person.home());
        String hash =
                passwords.hash(command.next(), PasswordRules.words(person.email(), home.shortName(), home.name()));
        boolean changed = !PasswordRules.normalise(command.next()).equals(PasswordRules.normalise(command.present()));
        Checks.check(changed, AccountError.PASSWORD_UNCHANGED);
        act.happened(credential.setPassword(hash, act.now()));
        endings.endSessions(
                person.id(),
                SessionEnd.PASSWORD_CHANGED,
                Optional.of(act.session().orElseThrow().session()));
        mail.accountChanged(person.id());
    }

    /** Where the person is signed in. */
    @Permission(value = "account:read", recorded = Recorded.REFUSALS)
    public MySessions sessions(Optional<SessionKind> kind, PageRequest page) {
        SessionFilter own = new SessionFilter(Optional.empty(), Optional.of(act.person()), Optional.empty(), kind);
        return new MySessions(act.session().orElseThrow().session(), sessionDirectory.list(own, page, act.now()));
    }

    /** Ends one of one's own sessions. */
    @Permission("account:end-session")
    public void endSession(@About("session") UUID session) {
        LoginSession found = sessions.require(session);
        Checks.check(found.person().equals(act.person()), SharedError.NOT_FOUND);
        found.end(SessionEnd.SIGNED_OUT, act.now()).ifPresent(act::happened);
    }

    /** The organisations for which the person may act today: home, and the host and the commissioning one with a role in effect. */
    @Permission(value = "account:read", recorded = Recorded.REFUSALS)
    public List<OrganisationRow> organisations() {
        Person person = people.require(act.person());
        return person.affiliations().current(Days.of(act.now())).stream()
                .filter(each -> each.equals(person.home()) || rotation.holdsRole(person, each))
                .flatMap(each -> organisationDirectory.row(each).stream())
                .sorted(Comparator.comparing(OrganisationRow::shortName))
                .toList();
    }

    /**
     * Acts for another of one's organisations from now on, in a session with a new token.
     *
     * @throws Refusal with {@link AccountError#ORGANISATION_NOT_OWN}
     */
    @Permission("account:act-for")
    public SignedIn actFor(@About("organisation") UUID organisation) {
        return rotation.actingFor(people.require(act.person()), organisation);
    }
}
