package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.domain.party.signin.Totp;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** What people do with their own second factor. Whoever gives one gets a session with a new token. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SecondFactorService {

    private static final String ISSUER = "Sekisho";
    /** What a refused code returns to the choke point, which throws the refusal instead. */
    private static final SignedIn NOBODY = SignedIn.nobody();

    private final SecureRandom random = new SecureRandom();

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private Credentials credentials;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Rotation rotation;

    @Inject
    private Endings endings;

    @Inject
    private Mail mail;

    /**
     * Makes a new secret. It counts once a first code of it was right; starting again makes another.
     *
     * @throws Refusal with {@link AccountError#SECOND_FACTOR_ENROLLED}
     */
    @Permission("account:enrol")
    public SecondFactorEnrolment startEnrolment() {
        Person person = people.require(act.person());
        boolean enrolled = credentials.requireLocked(person.id()).hasSecondFactor();
        Checks.check(!enrolled, AccountError.SECOND_FACTOR_ENROLLED);
        byte[] secret = Totp.newSecret(random);
        secondFactors.keep(person, secret);
        return new SecondFactorEnrolment(
                Totp.base32(secret), Totp.uri(secret, ISSUER, person.email().toString()));
    }

    /**
     * Turns the second factor on with its first code; the other sessions have to give one from now on.
     *
     * @throws Refusal with {@link AccountError#CODE_WRONG}; the secret is good still
     */
    @Permission("account:enrol")
    public SignedIn finishEnrolment(String code) {
        Person person = people.require(act.person());
        Credential credential = credentials.requireLocked(person.id());
        Checks.check(!credential.hasSecondFactor(), AccountError.SECOND_FACTOR_ENROLLED);
        OptionalLong step = secondFactors.matchFirst(person, code, act.now());
        Checks.check(step.isPresent(), AccountError.CODE_WRONG);
        act.happened(credential.enrolSecondFactor(step.getAsLong(), act.now()));
        mail.accountChanged(person.id());
        return rotation.withSecondFactor(person);
    }

    /** Gives a code in a session that began without one. A wrong one is counted. */
    @Permission("account:give-code")
    public SignedIn giveCode(String code) {
        Person person = people.require(act.person());
        Credential credential = credentials.requireLocked(person.id());
        return isRight(person, credential, code) ? rotation.withSecondFactor(person) : NOBODY;
    }

    /**
     * Takes the second factor off with a code of it. All sessions end, this one too, since what it proved counts no more. A wrong code
     * is counted.
     */
    @Permission("account:remove-second-factor")
    public void remove(String code) {
        Person person = people.require(act.person());
        Credential credential = credentials.requireLocked(person.id());
        if (isRight(person, credential, code)) {
            act.happened(credential.removeSecondFactor(act.actor()));
            secondFactors.erase(person);
            endings.endSessions(person.id(), SessionEnd.ACCOUNT_CHANGED, Optional.empty());
            mail.accountChanged(person.id());
        }
    }

    private boolean isRight(Person person, Credential credential, String code) {
        Checks.check(credential.hasSecondFactor(), AccountError.SECOND_FACTOR_NOT_ENROLLED);
        OptionalLong step = credential.isLocked(act.now())
                ? OptionalLong.empty()
                : secondFactors.match(person, credential, code, act.now());
        if (step.isEmpty()) {
            credential.fail(act.now());
            act.refuseAndKeep(new Refusal(AccountError.CODE_WRONG));
            return false;
        }
        credential.useCode(step);
        return true;
    }
}
