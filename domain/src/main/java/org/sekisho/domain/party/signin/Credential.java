package org.sekisho.domain.party.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;

/**
 * What a person proves who they are with: the hash of a password, and whether a second factor is enrolled, whose secret stands in
 * the vault. It counts failures and makes the account wait, and it takes each one-time code once only.
 */
@Entity
@Table(name = "credential")
public class Credential {

    @Id
    @Column(name = "person_id")
    private UUID person;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "password_changed_at")
    private @Nullable Instant passwordChangedAt;

    @Column(name = "must_change_password", nullable = false)
    private boolean mustChangePassword;

    @Column(name = "failed_attempts", nullable = false)
    private int failedAttempts;

    @Column(name = "last_failed_at")
    private @Nullable Instant lastFailedAt;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    @Column(name = "second_factor_enrolled_at")
    private @Nullable Instant secondFactorEnrolledAt;

    @Column(name = "second_factor_last_step", nullable = false)
    private long secondFactorLastStep;

    @Column(name = "last_signed_in_at")
    private @Nullable Instant lastSignedInAt;

    @SuppressWarnings("NullAway")
    protected Credential() {}

    /** The credential of a person who can't sign in yet. */
    public Credential(UUID person) {
        this.person = Checks.require(person, "person");
        this.secondFactorLastStep = Totp.NEVER;
    }

    /**
     * Sets a password that passed {@link PasswordRules}. Failures before it are forgotten. The caller ends the person's other
     * sessions in the same transaction.
     *
     * @param hash in Shiro's modular crypt format, {@code $shiro2$argon2id$…}
     */
    public DomainEvent setPassword(String hash, Instant now) {
        if (!hash.startsWith("$")) {
            throw new IllegalArgumentException("Not a hash in modular crypt format");
        }
        passwordHash = hash;
        passwordChangedAt = now;
        mustChangePassword = false;
        forgetFailures();
        return event("account.password-changed").build();
    }

    /** Lets the person do nothing else until the password is changed. */
    public DomainEvent requireNewPassword(Actor by) {
        mustChangePassword = true;
        return event("account.password-change-required").with("by", by.name()).build();
    }

    /** Puts the same password under a newer hash, when the parameters of hashing have risen. Nothing changes for the person. */
    public void rehash(String hash) {
        if (passwordHash == null || !hash.startsWith("$")) {
            throw new IllegalArgumentException("Only a hash in modular crypt format takes the place of another");
        }
        passwordHash = hash;
    }

    /** Whether failures make the account wait at this instant. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** A wrong password or code. An attempt while the account waits isn't counted: it wasn't looked at. */
    public DomainEvent fail(Instant now) {
        if (!isLocked(now)) {
            failedAttempts = Lockout.failuresAfterOneMore(failedAttempts, lastFailedAt(), now);
            lastFailedAt = now;
            Duration wait = Lockout.waitAfter(failedAttempts);
            lockedUntil = wait.isZero() ? null : now.plus(wait);
        }
        return event("account.sign-in-failed")
                .with("failures", failedAttempts)
                .with("lockedUntil", lockedUntil)
                .build();
    }

    /** A complete sign-in. */
    public DomainEvent succeed(Instant now) {
        forgetFailures();
        lastSignedInAt = now;
        return event("account.signed-in").build();
    }

    /** An administrator lets the account try again at once. */
    public DomainEvent forgive(Actor by) {
        forgetFailures();
        return event("account.failures-forgiven").with("by", by.name()).build();
    }

    /**
     * Enrols a second factor whose first code was right.
     *
     * @param step the time step of that code, from {@link Totp#match}
     */
    public DomainEvent enrolSecondFactor(long step, Instant now) {
        Checks.check(secondFactorEnrolledAt == null, AccountError.SECOND_FACTOR_ENROLLED);
        secondFactorEnrolledAt = now;
        secondFactorLastStep = step;
        return event("account.second-factor-enrolled").build();
    }

    /**
     * Uses up a code.
     *
     * @param step what {@link Totp#match} found for it; empty is a wrong code
     * @throws org.sekisho.domain.shared.Refusal with {@link AccountError#CODE_WRONG}, for a code that was used before too
     */
    public void useCode(OptionalLong step) {
        Checks.check(hasSecondFactor(), AccountError.SECOND_FACTOR_NOT_ENROLLED);
        Checks.check(step.isPresent() && step.getAsLong() > secondFactorLastStep, AccountError.CODE_WRONG);
        secondFactorLastStep = step.getAsLong();
    }

    /** Takes the second factor off, because the device is lost or changes. The caller erases the secret in the vault. */
    public DomainEvent removeSecondFactor(Actor by) {
        Checks.check(hasSecondFactor(), AccountError.SECOND_FACTOR_NOT_ENROLLED);
        secondFactorEnrolledAt = null;
        return event("account.second-factor-removed").with("by", by.name()).build();
    }

    /**
     * Forgets password and second factor, because the account is invited anew. The caller erases the secret in the vault. Codes used
     * before stay used.
     */
    public DomainEvent clear(Actor by) {
        passwordHash = null;
        passwordChangedAt = null;
        mustChangePassword = false;
        secondFactorEnrolledAt = null;
        forgetFailures();
        return event("account.cleared").with("by", by.name()).build();
    }

    private void forgetFailures() {
        failedAttempts = 0;
        lastFailedAt = null;
        lockedUntil = null;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "person", person);
    }

    public UUID person() {
        return person;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    /** Empty until an invitation was accepted. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Optional<Instant> passwordChangedAt() {
        return Optional.ofNullable(passwordChangedAt);
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public int failedAttempts() {
        return failedAttempts;
    }

    public Optional<Instant> lastFailedAt() {
        return Optional.ofNullable(lastFailedAt);
    }

    public Optional<Instant> lockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }

    public boolean hasSecondFactor() {
        return secondFactorEnrolledAt != null;
    }

    public Optional<Instant> secondFactorEnrolledAt() {
        return Optional.ofNullable(secondFactorEnrolledAt);
    }

    /** The time step of the last code that was used; {@link Totp#NEVER} before the first. */
    public long secondFactorLastStep() {
        return secondFactorLastStep;
    }

    public Optional<Instant> lastSignedInAt() {
        return Optional.ofNullable(lastSignedInAt);
    }
}
