package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.Credentials;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;

/** Asks the signed-in person for password and one-time code again, within an act that needs to know who is at the keyboard. */
@ApplicationScoped
public class Reauthenticating {

    private static final String CODE = "code";

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private Credentials credentials;

    @Inject
    private Passwords passwords;

    @Inject
    private SecondFactors secondFactors;

    /**
     * What was proved.
     *
     * @param secondFactor whether a one-time code was right too
     */
    public record Proved(boolean secondFactor) {}

    /** Whether the person has a second factor, and so is asked for its code. */
    public boolean asksForCode() {
        return credentials
                .find(act.person())
                .filter(Credential::hasSecondFactor)
                .isPresent();
    }

    /**
     * Compares what was entered. A failure counts like one at sign-in, and the act is refused all the same: on empty, the use case
     * returns at once and has changed nothing.
     *
     * @param code the one-time code; not looked at when the person has no second factor
     * @return empty when refused, with {@link AccountError#PASSWORD_WRONG}, {@link AccountError#CODE_NEEDED} or
     *     {@link AccountError#CODE_WRONG}
     * @throws Refusal with {@link SharedError#REQUIRED} where no password was entered, which isn't a failure that counts
     */
    public Optional<Proved> prove(String password, String code) {
        if (password.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", "password");
        }
        Person person = people.require(act.person());
        Credential credential = credentials.requireLocked(person.id());
        // While an account waits after failures nothing is compared, but the work is done: a session must not guess
        // faster than sign-in.
        boolean right = passwords.matches(password, credential.passwordHash());
        if (credential.isLocked(act.now())) {
            return refuse(AccountError.PASSWORD_WRONG, "password");
        }
        if (!right) {
            credential.fail(act.now());
            return refuse(AccountError.PASSWORD_WRONG, "password");
        }
        if (!credential.hasSecondFactor()) {
            return Optional.of(new Proved(false));
        }
        if (code.isBlank()) {
            return refuse(AccountError.CODE_NEEDED, CODE);
        }
        OptionalLong step = secondFactors.match(person, credential, code, act.now());
        if (step.isEmpty()) {
            credential.fail(act.now());
            return refuse(AccountError.CODE_WRONG, CODE);
        }
        credential.useCode(step);
        return Optional.of(new Proved(true));
    }

    /** @param field which of the two the form should point at */
    private Optional<Proved> refuse(AccountError code, String field) {
        act.refuseAndKeep(Refusal.of(code, "field", field));
        return Optional.empty();
    }
}
