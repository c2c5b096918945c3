package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.party.signin.SignInAttempts;
import org.sekisho.domain.party.signin.SignInThrottle;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Signing in and out. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SignInService {

    /** What a refused sign-in returns to the choke point, which throws the refusal instead. */
    private static final SignedIn NOBODY = SignedIn.nobody();

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Credentials credentials;

    @Inject
    private LoginSessions sessions;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private Passwords passwords;

    @Inject
    private SecondFactors secondFactors;

    /**
     * Signs somebody in with a password and, where one is enrolled, a one-time code. The session gets a new token in any case.
     *
     * @throws Refusal with {@link AccountError#SIGN_IN_FAILED} for whatever is wrong, {@link AccountError#SECOND_FACTOR_NEEDED} when
     *     only the code is missing, or {@link AccountError#TOO_MANY_ATTEMPTS}; a failure is counted although it is refused
     */
    @Permission(value = "account:sign-in", beforeSignIn = true)
    public SignedIn signIn(SignIn command) {
        byte[] accountKey = SignInThrottle.accountKey(command.username());
        SignInThrottle.requireAdmitted(attempts.failures(command.client().address(), accountKey, act.now()), act.now());
        Optional<Person> person =
                address(command.username()).flatMap(people::findByEmail).filter(this::maySignIn);
        Optional<Credential> credential = person.map(found -> credentials.requireLocked(found.id()));
        boolean right = passwords.matches(command.password(), credential.flatMap(Credential::passwordHash));
        if (person.isEmpty() || credential.isEmpty()) {
            return fail(command, accountKey, AccountError.SIGN_IN_FAILED);
        }
        act.attributeTo(actor(person.get()));
        if (credential.get().isLocked(act.now())) {
            return fail(command, accountKey, AccountError.SIGN_IN_FAILED);
        }
        if (!right) {
            credential.get().fail(act.now());
            return fail(command, accountKey, AccountError.SIGN_IN_FAILED);
        }
        return secondFactor(command, accountKey, person.get(), credential.get());
    }

    /** Ends the session of this call. */
    @Permission("account:sign-out")
    public void signOut() {
        act.session()
                .flatMap(entered -> sessions.find(entered.session()))
                .flatMap(session -> session.end(SessionEnd.SIGNED_OUT, act.now()))
                .ifPresent(act::happened);
    }

    /** Ends every session of the person, on every node, from the next request on. */
    @Permission("account:sign-out")
    public void signOutEverywhere() {
        for (LoginSession session : sessions.openOf(act.person())) {
            session.end(SessionEnd.SIGNED_OUT_EVERYWHERE, act.now()).ifPresent(act::happened);
        }
    }

    private SignedIn secondFactor(SignIn command, byte[] accountKey, Person person, Credential credential) {
        if (!credential.hasSecondFactor()) {
            return start(command, person, credential, false);
        }
        if (command.otp().isBlank()) {
            act.refuseAndKeep(new Refusal(AccountError.SECOND_FACTOR_NEEDED));
            return NOBODY;
        }
        OptionalLong step = secondFactors.match(person, credential, command.otp(), act.now());
        if (step.isEmpty()) {
            credential.fail(act.now());
            return fail(command, accountKey, AccountError.CODE_WRONG);
        }
        credential.useCode(step);
        return start(command, person, credential, true);
    }

    private SignedIn start(SignIn command, Person person, Credential credential, boolean secondFactor) {
        String token = Tokens.fresh();
        LoginSession session =
                LoginSession.start(token, person, command.kind(), secondFactor, command.client(), act.now());
        sessions.add(session);
        credential.succeed(act.now());
        act.happened(session.started());
        replaced(command.kind())
                .flatMap(before -> before.end(SessionEnd.ROTATED, act.now()))
                .ifPresent(act::happened);
        return new SignedIn(token, session.expiresAt(), person.language().tag());
    }

    /** The session that the browser had until now, whoever's it was. */
    private Optional<LoginSession> replaced(SessionKind kind) {
        return Caller.current()
                .sessionHash()
                .flatMap(sessions::findByTokenHash)
                .filter(before -> before.kind() == SessionKind.PAGE && kind == SessionKind.PAGE);
    }

    /** Counts the failure and refuses; the answer is the same for everything that is wrong before the code. */
    private SignedIn fail(SignIn command, byte[] accountKey, AccountError code) {
        attempts.recordFailure(command.client().address(), accountKey, act.now());
        act.refuseAndKeep(new Refusal(code));
        return NOBODY;
    }

    /** What was typed may be anything; what is no address belongs to nobody. */
    private static Optional<EmailAddress> address(String typed) {
        try {
            return Optional.of(EmailAddress.of(typed));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private boolean maySignIn(Person person) {
        return person.state() == PersonState.ACTIVE
                && organisations
                        .find(person.home())
                        .filter(Organisation::isActive)
                        .isPresent();
    }

    private Actor actor(Person person) {
        Organisation home = organisations.require(person.home());
        return Actor.person(person.id(), home.id(), home.kind(), Set.of(home.id()), Set.of());
    }
}
