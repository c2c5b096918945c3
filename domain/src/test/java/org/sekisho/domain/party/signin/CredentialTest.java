package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

class CredentialTest {

    private static final String HASH = "$shiro2$argon2id$v=19$t=1,m=65536,p=4$c2FsdA$aGFzaA";

    private final Actor administrator = actorOf(bank("aoba"), Role.ORGANISATION_ADMINISTRATOR);
    private final Credential credential = new Credential(Ids.next());

    @Test
    void aNewCredentialOpensNothing() {
        assertTrue(credential.passwordHash().isEmpty());
        assertFalse(credential.hasSecondFactor());
        assertFalse(credential.isLocked(NOW));
        assertTrue(credential.lastSignedInAt().isEmpty());
    }

    @Test
    void aPasswordIsKeptAsAHashOnlyAndNeverToldToTheTrail() {
        DomainEvent event = credential.setPassword(HASH, NOW);
        assertEquals(Optional.of(HASH), credential.passwordHash());
        assertEquals(Optional.of(NOW), credential.passwordChangedAt());
        assertFalse(event.toString().contains("$"));
        assertThrows(IllegalArgumentException.class, () -> credential.setPassword("Sekisho-demo-2026", NOW));
    }

    @Test
    void aNewPasswordEndsTheDutyToChangeItAndForgetsFailures() {
        credential.requireNewPassword(administrator);
        fail(5, NOW);
        credential.setPassword(HASH, NOW);
        assertFalse(credential.mustChangePassword());
        assertEquals(0, credential.failedAttempts());
        assertFalse(credential.isLocked(NOW));
    }

    @Test
    void theSamePasswordMayBeHashedAgain() {
        assertThrows(IllegalArgumentException.class, () -> credential.rehash(HASH));
        credential.setPassword(HASH, NOW);
        credential.rehash(HASH + "x");
        assertEquals(Optional.of(HASH + "x"), credential.passwordHash());
        assertEquals(Optional.of(NOW), credential.passwordChangedAt());
        assertThrows(IllegalArgumentException.class, () -> credential.rehash("plain"));
    }

    @Test
    void theFifthFailureMakesTheAccountWait() {
        fail(4, NOW);
        assertFalse(credential.isLocked(NOW));
        credential.fail(NOW);
        assertTrue(credential.isLocked(NOW));
        assertTrue(credential.isLocked(NOW.plusSeconds(59)));
        assertFalse(credential.isLocked(NOW.plusSeconds(60)));
        assertEquals(Optional.of(NOW.plusSeconds(60)), credential.lockedUntil());
    }

    @Test
    void attemptsWhileItWaitsDoNotProlongTheWait() {
        fail(5, NOW);
        fail(20, NOW.plusSeconds(30));
        assertEquals(5, credential.failedAttempts());
        assertFalse(credential.isLocked(NOW.plusSeconds(60)));
        credential.fail(NOW.plusSeconds(60));
        assertTrue(credential.isLocked(NOW.plusSeconds(60 + 119)));
        assertFalse(credential.isLocked(NOW.plusSeconds(60 + 120)));
    }

    @Test
    void successForgetsFailures() {
        fail(4, NOW);
        credential.succeed(NOW);
        assertEquals(0, credential.failedAttempts());
        assertEquals(Optional.of(NOW), credential.lastSignedInAt());
        fail(4, NOW);
        assertFalse(credential.isLocked(NOW));
    }

    @Test
    void failuresOfYesterdayAreForgotten() {
        fail(4, NOW);
        credential.fail(NOW.plus(Duration.ofHours(24)));
        assertEquals(1, credential.failedAttempts());
    }

    @Test
    void anAdministratorForgivesFailures() {
        fail(9, NOW);
        credential.forgive(administrator);
        assertFalse(credential.isLocked(NOW));
        assertEquals(0, credential.failedAttempts());
    }

    @Test
    void aCodeIsUsedOnce() {
        credential.enrolSecondFactor(100, NOW);
        assertRefused(AccountError.CODE_WRONG, () -> credential.useCode(OptionalLong.of(100)));
        assertRefused(AccountError.CODE_WRONG, () -> credential.useCode(OptionalLong.of(99)));
        assertRefused(AccountError.CODE_WRONG, () -> credential.useCode(OptionalLong.empty()));
        credential.useCode(OptionalLong.of(101));
        assertEquals(101, credential.secondFactorLastStep());
        assertRefused(AccountError.CODE_WRONG, () -> credential.useCode(OptionalLong.of(101)));
    }

    @Test
    void aSecondFactorIsEnrolledOnceAndTakenOff() {
        assertRefused(AccountError.SECOND_FACTOR_NOT_ENROLLED, () -> credential.useCode(OptionalLong.of(1)));
        assertRefused(AccountError.SECOND_FACTOR_NOT_ENROLLED, () -> credential.removeSecondFactor(administrator));
        credential.enrolSecondFactor(100, NOW);
        assertEquals(Optional.of(NOW), credential.secondFactorEnrolledAt());
        assertRefused(AccountError.SECOND_FACTOR_ENROLLED, () -> credential.enrolSecondFactor(101, NOW));
        credential.removeSecondFactor(administrator);
        assertFalse(credential.hasSecondFactor());
    }

    @Test
    void aClearedCredentialOpensNothing() {
        credential.setPassword(HASH, NOW);
        credential.enrolSecondFactor(100, NOW);
        credential.requireNewPassword(administrator);
        fail(5, NOW);
        credential.clear(administrator);
        assertTrue(credential.passwordHash().isEmpty());
        assertTrue(credential.passwordChangedAt().isEmpty());
        assertFalse(credential.hasSecondFactor());
        assertFalse(credential.mustChangePassword());
        assertFalse(credential.isLocked(NOW));
        assertEquals(100, credential.secondFactorLastStep());
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            credential.fail(at);
        }
    }
}
