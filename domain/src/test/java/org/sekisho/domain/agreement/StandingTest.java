package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.SharedError;

class StandingTest {

    private static final Instant NOW = AgreementFixture.LATER;

    private final AgreementFixture fixture = new AgreementFixture();

    @BeforeEach
    void govern() {
        fixture.governing();
    }

    private Standing standing() {
        return fixture.agreement.standing();
    }

    private void resume(Actor actor) {
        standing().resume(actor, Set.of(fixture.rival), NOW);
    }

    private void assertState(AgreementState state) {
        assertEquals(state, fixture.agreement.state());
    }

    @Test
    void termBeginsOnItsFirstDayAndNotBefore() {
        AgreementFixture other = new AgreementFixture().signed();
        Instant before = AgreementFixture.GOVERNS.minusMillis(1);
        assertFalse(other.version().canStartTerm(before));
        refuses(AgreementError.TERM_NOT_BEGUN, () -> other.version().startTerm(before));
        assertTrue(other.version().canStartTerm(AgreementFixture.GOVERNS));
        other.version().startTerm(AgreementFixture.GOVERNS);
        assertEquals(AgreementState.IN_FORCE, other.agreement.state());
        assertEquals(
                Optional.of(AgreementFixture.GOVERNS),
                other.version().requireTerm().governsSince());
    }

    @Test
    void termThatIsOverDoesNotBegin() {
        AgreementFixture other = new AgreementFixture().signed();
        assertFalse(other.version().canStartTerm(AgreementFixture.OVER));
        refuses(AgreementError.TERM_OVER, () -> other.version().startTerm(AgreementFixture.OVER));
    }

    @Test
    void partiesAndTheCoordinatorSuspendAndOthersDoNot() {
        for (Actor actor :
                List.of(fixture.coordinator, fixture.bankCiso, fixture.bankSignatory, fixture.providerSignatory)) {
            AgreementFixture other = new AgreementFixture().governing();
            Actor own = actor == fixture.coordinator
                    ? other.coordinator
                    : actor == fixture.providerSignatory ? other.providerSignatory : other.bankCiso;
            other.agreement.standing().suspend(own, "In doubt", NOW);
            assertEquals(AgreementState.SUSPENDED, other.agreement.state());
        }
        for (Actor actor : List.of(
                fixture.rivalSignatory,
                fixture.bankAnalyst,
                fixture.authorityReviewer,
                fixture.secretariatSignatory,
                fixture.job)) {
            refuses(AgreementError.PARTY_ONLY, () -> standing().suspend(actor, "In doubt", NOW));
        }
    }

    @Test
    void suspensionHasAReason() {
        refuses(SharedError.REQUIRED, () -> standing().suspend(fixture.coordinator, " ", NOW));
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void resumingTakesOnePersonOfEachSide() {
        standing().suspend(fixture.bankCiso, "In doubt", NOW);
        resume(fixture.coordinator);
        assertState(AgreementState.SUSPENDED);
        assertEquals(
                Optional.of(ResumptionSide.OVERSIGHT),
                standing().decided().orElseThrow().agreedSide());
        resume(fixture.bankCiso);
        assertState(AgreementState.IN_FORCE);
        assertTrue(standing().decided().isEmpty());
    }

    @Test
    void sidesMayComeInEitherOrderAndAnAuthorityMayStandForTheSecretariat() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        resume(fixture.bankSignatory);
        assertState(AgreementState.SUSPENDED);
        resume(fixture.authorityReviewer);
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void oneSideAloneNeverResumes() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        resume(fixture.coordinator);
        refuses(AgreementError.RESUMPTION_SAME_SIDE, () -> resume(fixture.authorityReviewer));
        refuses(AgreementError.RESUMPTION_SAME_SIDE, () -> resume(fixture.coordinator));
        assertState(AgreementState.SUSPENDED);

        AgreementFixture other = new AgreementFixture().suspended();
        other.agreement.standing().resume(other.bankCiso, Set.of(), NOW);
        refuses(
                AgreementError.RESUMPTION_SAME_SIDE,
                () -> other.agreement.standing().resume(other.bankSignatory, Set.of(), NOW));
    }

    @Test
    void onePersonWithTwoHatsNeverResumes() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        resume(fixture.coordinator);
        Actor seconded = Actor.person(
                fixture.coordinator.requirePerson(),
                fixture.bank,
                OrganisationKind.INSTITUTION,
                Set.of(fixture.bank, fixture.secretariat),
                Set.of(Role.CISO));
        refuses(AgreementError.RESUMPTION_SAME_PERSON, () -> resume(seconded));
    }

    @Test
    void nobodyTiedToARivalResumes() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        for (Actor actor : List.of(
                fixture.rivalSignatory,
                AgreementFixture.tied(fixture.coordinator, fixture.secretariat, fixture.rival),
                AgreementFixture.tied(fixture.bankCiso, fixture.bank, fixture.rival),
                AgreementFixture.tied(fixture.authorityReviewer, fixture.unit, fixture.rival))) {
            refuses(AgreementError.RESUMPTION_NOT_YOURS, () -> resume(actor));
        }
    }

    @Test
    void othersDoNotResume() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        for (Actor actor : List.of(
                fixture.providerSignatory,
                fixture.bankAnalyst,
                fixture.secretariatSignatory,
                fixture.job,
                AgreementFixture.person(fixture.unit, OrganisationKind.AUTHORITY, Role.DUTY_OFFICER))) {
            refuses(AgreementError.RESUMPTION_NOT_YOURS, () -> resume(actor));
        }
    }

    @Test
    void withdrawnSignatureSuspendsUntilThatPartySignsTheSameHashAgain() {
        String hash = fixture.hash();
        fixture.version().signing().withdraw(fixture.providerSignatory, "Legal review", NOW);
        assertState(AgreementState.SUSPENDED);
        assertEquals(VersionState.GOVERNING, fixture.version().state());
        refuses(AgreementError.NOT_SUSPENDED_BY_DECISION, () -> resume(fixture.coordinator));
        fixture.sign(fixture.providerSignatory, NOW);
        assertState(AgreementState.IN_FORCE);
        assertEquals(hash, fixture.hash());
        assertEquals(4, fixture.version().signatures().size());
    }

    @Test
    void eachPartyThatWithdrewSignsAgain() {
        fixture.version().signing().withdraw(fixture.providerSignatory, "Legal review", NOW);
        fixture.version().signing().withdraw(fixture.bankSignatory, "Board", NOW);
        fixture.sign(fixture.providerSignatory, NOW);
        assertState(AgreementState.SUSPENDED);
        fixture.sign(fixture.bankSignatory, NOW);
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void signingAgainDoesNotEndWhatPeopleDecided() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        fixture.version().signing().withdraw(fixture.providerSignatory, "Legal review", NOW);
        fixture.sign(fixture.providerSignatory, NOW);
        assertState(AgreementState.SUSPENDED);
        fixture.version().signing().withdraw(fixture.providerSignatory, "Again", NOW);
        resume(fixture.coordinator);
        resume(fixture.bankCiso);
        assertState(AgreementState.SUSPENDED);
        fixture.sign(fixture.providerSignatory, NOW);
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void suspensionByDecisionIsNotRepeated() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        refuses(AgreementError.ALREADY_SUSPENDED, () -> standing().suspend(fixture.bankCiso, "Also in doubt", NOW));
    }

    @Test
    void amendmentGovernsOnlyWhenItsDayHasComeAndTheOldOneUntilThen() {
        LocalDate from = LocalDate.of(2026, 10, 1);
        fixture.signedAmendment(from, NOW, SampleClauses.usage(5_000));
        assertState(AgreementState.IN_FORCE);
        assertEquals(1, fixture.agreement.governing().orElseThrow().number());
        refuses(AgreementError.TERM_NOT_BEGUN, () -> fixture.version().startTerm(NOW));
        fixture.version().startTerm(Days.startOf(from));
        assertEquals(2, fixture.agreement.governing().orElseThrow().number());
        assertEquals(
                VersionState.SUPERSEDED, fixture.agreement.requireVersion(1).state());
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void amendmentHasAHashOfItsOwn() {
        String old = fixture.hash();
        fixture.signedAmendment(LocalDate.of(2026, 10, 1), NOW, SampleClauses.usage(5_000));
        assertFalse(old.equals(fixture.hash()));
        assertTrue(fixture.agreement.requireVersion(1).signatures().stream()
                .allMatch(signature -> signature.contentHash().equals(old)));
    }

    @Test
    void amendmentEndsASuspensionByAWithdrawnSignatureButNoDecision() {
        fixture.version().signing().withdraw(fixture.bankSignatory, "Board", NOW);
        fixture.signedAmendment(Days.of(NOW), NOW, SampleClauses.usage(5_000));
        assertState(AgreementState.SUSPENDED);
        fixture.version().startTerm(NOW);
        assertState(AgreementState.IN_FORCE);

        standing().suspend(fixture.coordinator, "In doubt", NOW);
        fixture.signedAmendment(Days.of(NOW), NOW, SampleClauses.usage(6_000));
        fixture.version().startTerm(NOW);
        assertState(AgreementState.SUSPENDED);
    }

    @Test
    void agreementExpiresAfterItsLastDay() {
        assertFalse(standing().isOver(AgreementFixture.OVER.minusMillis(1)));
        refuses(AgreementError.TERM_NOT_OVER, () -> standing().expire(AgreementFixture.OVER.minusMillis(1)));
        assertTrue(standing().isOver(AgreementFixture.OVER));
        standing().expire(AgreementFixture.OVER);
        assertState(AgreementState.EXPIRED);
        assertEquals(VersionState.GOVERNING, fixture.version().state(), "it stays the version that governed last");
        assertFalse(standing().isOver(AgreementFixture.OVER));
    }

    @Test
    void suspendedAgreementExpiresToo() {
        standing().suspend(fixture.coordinator, "In doubt", NOW);
        standing().expire(AgreementFixture.OVER);
        assertState(AgreementState.EXPIRED);
    }

    @Test
    void signedProlongationKeepsTheAgreementAlive() {
        LocalDate newFirst = SampleClauses.LAST_DAY.plusDays(1);
        fixture.signedAmendment(newFirst, NOW, SampleClauses.general(SampleClauses.FIRST_DAY, newFirst.plusDays(100)));
        assertFalse(standing().isOver(AgreementFixture.OVER));
        refuses(AgreementError.TERM_NOT_OVER, () -> standing().expire(AgreementFixture.OVER));
        fixture.version().startTerm(AgreementFixture.OVER);
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void endGivesUpWhatWasInPreparation() {
        fixture.agreement.amend(fixture.coordinator, 1, NOW);
        standing().terminate(fixture.providerSignatory, "Breach of clause 5", NOW.plus(Duration.ofDays(1)));
        assertState(AgreementState.TERMINATED);
        assertEquals(VersionState.WITHDRAWN, fixture.version().state());
        assertEquals("Breach of clause 5", fixture.agreement.endReason());
        assertEquals(fixture.providerSignatory.person(), fixture.agreement.endedBy());
    }

    @Test
    void onlySignatoriesAndTheCoordinatorTerminate() {
        for (Actor actor : List.of(fixture.bankCiso, fixture.rivalSignatory, fixture.authorityReviewer, fixture.job)) {
            refuses(AgreementError.SIGNATORY_ONLY, () -> standing().terminate(actor, "Done", NOW));
        }
        refuses(SharedError.REQUIRED, () -> standing().terminate(fixture.coordinator, "", NOW));
        assertState(AgreementState.IN_FORCE);
    }

    @Test
    void endedAgreementIsNotSignedAgain() {
        fixture.version().signing().withdraw(fixture.bankSignatory, "Board", NOW);
        standing().terminate(fixture.coordinator, "Done", NOW);
        refuses(AgreementError.WRONG_STATE, () -> fixture.sign(fixture.bankSignatory, NOW));
        assertState(AgreementState.TERMINATED);
    }
}
