package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.container.regime.Kept;

/**
 * What {@link PortalIT} tries beside its own tests, in a file of its own: a class that isn't deployed by itself, since each deployment
 * costs a start of the server. Whatever one of these changes is put back behind it.
 */
abstract class PortalTests {

    @Test
    void wrongPasswordsLockAnAccountAndNobodyLearnsWhoHasOne() {
        new SignInChecks().wrongPasswordsLockAndNobodyLearnsWhoExists();
    }

    @Test
    void tooManyFailuresToSignInAreNotLookedAtForAWhile() {
        new SignInChecks().tooManyFailuresAreNotLookedAt();
    }

    @Test
    void aOneTimeCodeIsAskedForAndCountsOnce() {
        new SignInChecks().theCodeIsAskedForAndCountsOnce();
    }

    @Test
    void theCookieChangesAtEachSigningInAndEndsBySigningOut() {
        new SignInChecks().theCookieChangesAtEachSigningInAndEnds();
    }

    @Test
    void signingOutEndsATokenAndEverywhereEverySession() {
        new SignInChecks().signingOutEndsTheTokenAndEverywhereEveryOne();
    }

    @Test
    void liveSessionsEndWithTheAccountTheOrganisationAndTheirTime() {
        new LiveSessionChecks().endWithTheAccountTheOrganisationAndTheirTime();
        new LiveSessionChecks().stayEndedAfterAnUnlocking();
    }

    @Test
    void aRevokedSessionEndsAndNoOther() {
        new LiveSessionChecks().areRevokedOneByOne();
    }

    @Test
    void aLiveSessionOpensNothingMoreThatAnEndedRoleOpened() {
        new LiveSessionChecks().openNothingMoreThatAnEndedRoleOpened();
    }

    @Test
    void aFindingThatComesAgainGraverIsHeardOf() {
        IntakeChecks.thaw();
        new GraverRepeatChecks().reachesTheReportThatGoesOn();
        new GraverRepeatChecks().makesAReportOfItsOwnWhereTheLesserOneWasRejected();
    }

    @Test
    void aFormIsTakenUpToItsLimitAndSentBackBeyondIt() throws IOException, InterruptedException {
        IntakeChecks.thaw();
        new LargeFormChecks().aReportOfTheGreatestLengthIsTakenAsItWasWritten();
        new LargeFormChecks().aLongerOneIsSentBackToItsPage();
        new LargeFormChecks().whatNobodyTouchedIsNoRevision();
    }

    @Test
    void anAuditAsksWhomItConcernsAndNoBankBeside() {
        new AnswerChecks().areAskedOfWhomTheAuditConcerns();
    }

    @Test
    void theFileOfAnImportComesBackForAReason() throws IOException {
        IntakeChecks.thaw();
        new SourceFileChecks().comesBackAsItWasForAReason();
        new SourceFileChecks().isNobodyElses();
    }

    @Test
    void aNewKeySealsWhatComesAndOpensWhatWas() throws IOException {
        IntakeChecks.thaw();
        new KeyRotationChecks().sealsWhatComesAndOpensWhatWas();
        new KeyRotationChecks().isTheInstallationsDoing();
    }

    @Test
    void aPageRunsItsOwnScriptsAlone() {
        new HeaderChecks().aPageRunsItsOwnScriptsAlone();
    }

    @Test
    void resourcesRestAndPagesOfErrorsAreClosedToScripts() {
        new HeaderChecks().aResourceAndAnAnswerOfRestRunNothing();
        new HeaderChecks().aPageOfErrorsIsAsClosedAsAnyOther();
        new HeaderChecks().whatTheServerRefusesIsSaidByAPageOfOurs();
    }

    @Test
    void aFormCountsFromItsPageInItsSessionAlone() {
        putBack(() -> new HeaderChecks().aFormCountsFromItsPageInItsSessionAlone());
    }

    @Test
    void aSuspendedAgreementIsResumedByTwoOfTwoSides() {
        putBack(() -> new StandingChecks().isResumedByTwoOfTwoSides());
    }

    @Test
    void aWithdrawnSignatureSuspendsUntilItIsGivenAgain() {
        putBack(() -> new StandingChecks().aWithdrawnSignatureSuspendsUntilItIsGivenAgain());
    }

    @Test
    void anAmendmentTakesTheEarlierVersionsPlace() {
        putBack(() -> new StandingChecks().anAmendmentTakesTheEarlierVersionsPlace());
    }

    @Test
    void anAgreementExpiresAndARoundClosesByTheClock() {
        putBack(() -> new StandingChecks().expiresAfterItsLastDay());
        putBack(() -> new StandingChecks().aRoundClosesAtItsEnd());
    }

    @Test
    void theNextPhaseOpensByEveryPartysVoteAndOneStepsBack() {
        putBack(() -> new PhaseChecks().theNextPhaseOpensByEveryPartysVoteAndOneStepsBack());
    }

    @Test
    void aProgramInvitesChangesAndLocksPeople() {
        putBack(() -> new ProvisioningChecks().aPersonIsInvitedOnceChangedAndLocked());
    }

    @Test
    void aProgramRegistersAnOrganisationOnce() {
        putBack(() -> new ProvisioningChecks().anOrganisationIsRegisteredOnce());
    }

    @Test
    void aTableOfPeopleIsImportedWholeOrNotAtAll() {
        putBack(() -> new ProvisioningChecks().aTableIsImportedWholeOrNotAtAll());
        putBack(() -> new ProvisioningChecks().aTableThatNoLongerHoldsIsRefusedWhole());
    }

    @Test
    void aLargeTableOfPeopleTellsHowFarItIs() {
        putBack(() -> new ProvisioningChecks().aLargeTableTellsHowFarItIs());
    }

    @Test
    void aProgramSuspendsResumesAndTerminatesAnAgreement() {
        putBack(() -> new StandingRestChecks().anAgreementIsSuspendedResumedAndTerminated());
        putBack(() -> new StandingRestChecks().anAmendmentIsBegunOnceAndOpenedForSigningOnce());
    }

    @Test
    void aProgramLiftsAFreezeByTwoCalls() {
        putBack(() -> new StandingRestChecks().aFreezeIsLiftedByTwoCalls());
    }

    @Test
    void anAccessDecisionIsToldToWhomItConcerns() {
        new StandingRestChecks().anAccessDecisionIsToldToWhomItConcerns();
        new StandingRestChecks().aDecisionUnderAKeyIsToldAgain();
    }

    @Test
    void aPackIsSentByRanges() throws IOException, InterruptedException {
        new RangeChecks().aPackIsSentByRanges();
    }

    @Test
    void anImportTakesAnAccessDecisionUntilItIsPublished() throws SQLException {
        IntakeGateChecks checks = new IntakeGateChecks();
        checks.aFrozenInstitutionImportsNothing();
        checks.anEnvironmentOutsideTheClauseIsRefused();
        checks.whatIsFrozenWhileItIsReadIsNotPublished();
    }

    @Test
    void aNoteStaysALowRiskHoweverOftenItIsRatedAndAClaimDecidesNothing() throws IOException {
        IntakeChecks.thaw();
        new ClaimChecks().whatItsSourceStatesCountsWheneverItIsRated();
        new ClaimChecks().whatItsSourceSaysOfItsEffectIsToldAndDecidesNothing();
        new ClaimChecks().whatAnItemListsBeyondTheLimitIsCounted();
    }

    @Test
    void everyListOfRestIsWalkedItemByItem() {
        assertEquals(List.of(), new RestListChecks().wrong());
    }

    @Test
    void anAuthorityLeadsTheAuditOfTheSecretariatToItsPack() {
        putBack(() -> new OwnAuditChecks().anAuthorityLeadsTheAuditOfTheSecretariatToItsPack());
    }

    @Test
    void theSecretariatIsRefusedToScheduleItsOwnAudit() {
        new OwnAuditChecks().theSecretariatIsRefusedToScheduleItsOwn();
    }

    private static void putBack(Runnable check) {
        try {
            check.run();
        } finally {
            Kept.restore();
        }
    }
}
