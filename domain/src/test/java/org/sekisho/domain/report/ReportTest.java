package org.sekisho.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.CHANGED;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.COLLEAGUE;
import static org.sekisho.domain.report.Findings.CONTENT;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.received;
import static org.sekisho.domain.report.Findings.refuses;
import static org.sekisho.domain.report.Findings.triaged;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.SharedError;

/** A report on its way. */
class ReportTest {

    private static final Actor SYSTEM = Actor.system("report-clock");
    private static final Set<Side> BOTH = Set.of(Side.INSTITUTION_SECURITY, Side.AUTHORITY);

    @Test
    void aReportGoesFromItsArrivalToItsClose() {
        Report report = approved(RiskTier.HIGH);
        report.flow().remediate(ANALYST, FRIDAY);
        report.flow().mitigate(ANALYST, FRIDAY);
        refuses(ReportError.VERIFIED_BY_ONESELF, () -> report.flow().verify(ANALYST, FRIDAY));
        report.flow().verify(REVIEWER, FRIDAY);
        report.flow().close(REVIEWER, FRIDAY);
        assertEquals(ReportState.CLOSED, report.state());
        assertEquals(8, report.steps().size());
    }

    @Test
    void aRemedyThatDoesntWorkGoesBackWithAReason() {
        Report report = approved(RiskTier.LOW);
        report.flow().remediate(ANALYST, FRIDAY);
        report.flow().mitigate(ANALYST, FRIDAY);
        report.flow().failVerification(REVIEWER, "It still overflows", VAULT, FRIDAY);
        assertEquals(ReportState.IN_REMEDIATION, report.state());
        ReportStep last = report.steps().get(report.steps().size() - 1);
        assertEquals(Optional.of("It still overflows"), last.reason(VAULT));
    }

    @Test
    void onlyTheOwnersPeopleWorkOnIt() {
        Report report = received(RiskTier.HIGH);
        refuses(ReportError.OWNER_ONLY, () -> report.flow().triage(RIVAL_REVIEWER, FRIDAY));
        refuses(ReportError.OWNER_ONLY, () -> report.flow().triage(OFFICIAL, FRIDAY));
        String hash = report.current().sha256();
        refuses(ReportError.OWNER_ONLY, () -> report.revise(RIVAL_REVIEWER, hash, CHANGED, FRIDAY));
    }

    @Test
    void aHighRiskIsNotApprovedByOneSideAlone() {
        for (Side side : Side.values()) {
            Report report = inReview(RiskTier.HIGH);
            Approval alone = approval(report, RiskTier.HIGH, Set.of(side));
            refuses(ReportError.BOTH_SIDES_NEEDED, () -> report.flow().approve(alone, REVIEWER, FRIDAY));
        }
    }

    @Test
    void anApprovalOfAnotherRevisionTierOrReviewDoesntApprove() {
        Report report = inReview(RiskTier.HIGH);
        Approval lower = approval(report, RiskTier.MEDIUM, BOTH);
        refuses(ReportError.CHAIN_OF_OTHER, () -> report.flow().approve(lower, REVIEWER, FRIDAY));
        Approval other = approval(inReview(RiskTier.HIGH), RiskTier.HIGH, BOTH);
        refuses(ReportError.CHAIN_OF_OTHER, () -> report.flow().approve(other, REVIEWER, FRIDAY));
        UUID chain = report.standing().chain().orElseThrow();
        UUID revision = report.current().id();
        Approval changed = new Approval(report.id(), chain, revision, "0".repeat(64), RiskTier.HIGH, BOTH);
        refuses(ReportError.REVISION_CHANGED, () -> report.flow().approve(changed, REVIEWER, FRIDAY));
    }

    @Test
    void aChangeAfterTheApprovalVoidsIt() {
        Report report = approved(RiskTier.HIGH);
        report.revise(ANALYST, report.current().sha256(), CHANGED, FRIDAY);
        assertEquals(ReportState.TRIAGE, report.state());
        assertEquals(Optional.empty(), report.standing().approvedRevision());
        refuses(ReportError.WRONG_STATE, () -> report.flow().remediate(ANALYST, FRIDAY));
    }

    @Test
    void aChangeDuringRemediationVoidsTheApprovalToo() {
        Report report = approved(RiskTier.HIGH);
        report.flow().remediate(ANALYST, FRIDAY);
        report.revise(ANALYST, report.current().sha256(), CHANGED, FRIDAY);
        assertEquals(ReportState.TRIAGE, report.state());
    }

    @Test
    void aRevisionIsWrittenOnThePresentOneAndChangesSomething() {
        Report report = triaged(RiskTier.HIGH);
        String first = report.current().sha256();
        refuses(ReportError.NOTHING_CHANGED, () -> report.revise(ANALYST, first, CONTENT, FRIDAY));
        report.revise(ANALYST, first, CHANGED, FRIDAY);
        assertEquals(2, report.current().number());
        refuses(ReportError.REVISION_CHANGED, () -> report.revise(COLLEAGUE, first, CONTENT, FRIDAY));
    }

    @Test
    void aClosedReportDoesntChange() {
        Report report = received(RiskTier.LOW);
        report.flow().reject(ANALYST, "Not reachable", VAULT, FRIDAY);
        String hash = report.current().sha256();
        refuses(ReportError.CONTENT_FIXED, () -> report.revise(ANALYST, hash, CHANGED, FRIDAY));
    }

    @Test
    void aReturnedRevisionIsNotSubmittedAgain() {
        Report report = inReview(RiskTier.HIGH);
        String hash = report.current().sha256();
        report.flow().comeBack(report.standing().chain().orElseThrow(), REVIEWER, FRIDAY);
        refuses(ReportError.REVISION_RETURNED, () -> report.flow().submit(ANALYST, UUID.randomUUID(), hash, FRIDAY));
        String changed = report.revise(ANALYST, hash, CHANGED, FRIDAY).sha256();
        report.flow().submit(ANALYST, UUID.randomUUID(), changed, FRIDAY);
        assertEquals(ReportState.IN_REVIEW, report.state());
    }

    @Test
    void aSideExitNeedsAReasonAndCanBeReopenedByEitherSide() {
        Report report = triaged(RiskTier.HIGH);
        refuses(SharedError.REQUIRED, () -> report.flow().reject(ANALYST, " ", VAULT, FRIDAY));
        Report other = triaged(RiskTier.HIGH);
        other.flow().reject(ANALYST, "Not reachable", VAULT, FRIDAY);
        refuses(ReportError.SIDES_ONLY, () -> other.flow().reopen(RIVAL_REVIEWER, "r", VAULT, FRIDAY));
        other.flow().reopen(OFFICIAL, "It is", VAULT, FRIDAY);
        assertEquals(ReportState.TRIAGE, other.state());
    }

    @Test
    void aDeferralEndsByItselfAndNotBefore() {
        Report report = triaged(RiskTier.LOW);
        Instant until = FRIDAY.plus(Duration.ofDays(10));
        refuses(ReportError.DEFERRED_UNFIT, () -> report.flow().defer(ANALYST, FRIDAY, "r", VAULT, FRIDAY));
        Instant far = FRIDAY.plus(ReportFlow.LONGEST_DEFERRAL).plusSeconds(1);
        refuses(ReportError.DEFERRED_UNFIT, () -> report.flow().defer(ANALYST, far, "r", VAULT, FRIDAY));
        report.flow().defer(ANALYST, until, "Vendor's release", VAULT, FRIDAY);
        refuses(ReportError.STILL_DEFERRED, () -> report.flow().endDeferral(SYSTEM, until.minusSeconds(1)));
        report.flow().endDeferral(SYSTEM, until);
        assertEquals(ReportState.TRIAGE, report.state());
        assertEquals(Optional.empty(), report.standing().deferredUntil());
    }

    @Test
    void aDuplicateIsOfAnotherReportOfTheSameOrganisationWithAReason() {
        Report report = triaged(RiskTier.LOW);
        Report original = triaged(RiskTier.LOW);
        refuses(ReportError.DUPLICATE_OF_ITSELF, () -> duplicate(report, report, "The same file"));
        refuses(SharedError.REQUIRED, () -> duplicate(triaged(RiskTier.LOW), original, " "));
        duplicate(report, original, "The same file");
        assertEquals(Optional.of(original.id()), report.standing().duplicateOf());
        List<ReportStep> steps = report.steps();
        assertEquals(Optional.of("The same file"), steps.get(steps.size() - 1).reason(VAULT));
    }

    @Test
    void whatWasPutAsideForGoodIsNoOriginal() {
        Report first = triaged(RiskTier.LOW);
        Report second = triaged(RiskTier.LOW);
        duplicate(second, first, "The same file");
        refuses(ReportError.ORIGINAL_ASIDE, () -> duplicate(first, second, "The same file"));
        Report rejected = triaged(RiskTier.LOW);
        rejected.flow().reject(ANALYST, "Not reachable", VAULT, FRIDAY);
        refuses(ReportError.ORIGINAL_ASIDE, () -> duplicate(first, rejected, "The same file"));
        Report deferred = triaged(RiskTier.LOW);
        deferred.flow().defer(ANALYST, FRIDAY.plus(Duration.ofDays(10)), "Vendor's release", VAULT, FRIDAY);
        duplicate(first, deferred, "The same file");
        assertEquals(ReportState.DUPLICATE, first.state());
        Report closed = approved(RiskTier.LOW);
        closed.flow().remediate(ANALYST, FRIDAY);
        closed.flow().mitigate(ANALYST, FRIDAY);
        closed.flow().verify(REVIEWER, FRIDAY);
        closed.flow().close(REVIEWER, FRIDAY);
        refuses(ReportError.ORIGINAL_ASIDE, () -> duplicate(triaged(RiskTier.LOW), closed, "The same file"));
    }

    @Test
    void nothingIsLoweredByCallingItADuplicate() {
        Report high = inReview(RiskTier.HIGH);
        refuses(ReportError.ORIGINAL_MILDER, () -> duplicate(high, triaged(RiskTier.MEDIUM), "The same file"));
        assertEquals(ReportState.IN_REVIEW, high.state());
        duplicate(high, triaged(RiskTier.CRITICAL), "The same file");
        assertEquals(ReportState.DUPLICATE, high.state());
    }

    @Test
    void aDuplicateLeavesItsReview() {
        Report report = inReview(RiskTier.HIGH);
        duplicate(report, triaged(RiskTier.HIGH), "The same file");
        assertEquals(ReportState.DUPLICATE, report.state());
        assertEquals(Optional.empty(), report.standing().chain());
        Report approved = approved(RiskTier.HIGH);
        refuses(ReportError.WRONG_STATE, () -> duplicate(approved, triaged(RiskTier.HIGH), "The same file"));
    }

    private static void duplicate(Report report, Report original, String reason) {
        report.flow().duplicate(ANALYST, original, reason, VAULT, FRIDAY);
    }

    @Test
    void everySideRaisesATierAndNeitherLowersItAlone() {
        Report report = triaged(RiskTier.MEDIUM);
        report.tiers().raise(OFFICIAL, RiskTier.HIGH, "Widely used", VAULT, FRIDAY);
        assertEquals(RiskTier.HIGH, report.tier());
        refuses(ReportError.TIER_NOT_RAISED, () -> report.tiers().raise(CISO, RiskTier.LOW, "r", VAULT, FRIDAY));
        report.tiers().proposeLowering(CISO, RiskTier.LOW, "Not exposed", VAULT, FRIDAY);
        assertEquals(RiskTier.HIGH, report.tier());
        refuses(ReportError.LOWERING_OWN_SIDE, () -> report.tiers().agreeLowering(REVIEWER, FRIDAY));
        refuses(ReportError.SIDES_ONLY, () -> report.tiers().agreeLowering(RIVAL_REVIEWER, FRIDAY));
        report.tiers().agreeLowering(OFFICIAL, FRIDAY);
        assertEquals(RiskTier.LOW, report.tier());
    }

    @Test
    void aDeclinedLoweringLeavesTheTier() {
        Report report = triaged(RiskTier.HIGH);
        report.tiers().proposeLowering(OFFICIAL, RiskTier.LOW, "r", VAULT, FRIDAY);
        report.tiers().declineLowering(CISO, FRIDAY);
        assertEquals(RiskTier.HIGH, report.tier());
        refuses(ReportError.NO_LOWERING, () -> report.tiers().agreeLowering(CISO, FRIDAY));
    }

    @Test
    void aRaiseVoidsAProposedLowering() {
        Report report = triaged(RiskTier.HIGH);
        report.tiers().proposeLowering(CISO, RiskTier.LOW, "r", VAULT, FRIDAY);
        report.tiers().raise(CISO, RiskTier.CRITICAL, "r", VAULT, FRIDAY);
        refuses(ReportError.NO_LOWERING, () -> report.tiers().agreeLowering(OFFICIAL, FRIDAY));
    }

    @Test
    void theRiskTableRaisesAndNeverLowers() {
        Report report = triaged(RiskTier.MEDIUM);
        assertTrue(report.tiers().assess(SYSTEM, RiskTier.LOW, FRIDAY).isEmpty());
        assertEquals(RiskTier.MEDIUM, report.tier());
        assertTrue(report.tiers().assess(SYSTEM, RiskTier.CRITICAL, FRIDAY).isPresent());
        assertEquals(RiskTier.CRITICAL, report.tier());
    }

    @Test
    void aRaisedTierVoidsTheApproval() {
        Report report = approved(RiskTier.LOW);
        report.tiers().raise(CISO, RiskTier.HIGH, "Exploited", VAULT, FRIDAY);
        assertEquals(ReportState.TRIAGE, report.state());
        assertEquals(Optional.empty(), report.standing().approvedRevision());
    }

    private static Report inReview(RiskTier tier) {
        Report report = triaged(tier);
        report.flow().submit(ANALYST, UUID.randomUUID(), report.current().sha256(), FRIDAY);
        return report;
    }

    private static Report approved(RiskTier tier) {
        Report report = inReview(tier);
        report.flow().approve(approval(report, tier, BOTH), REVIEWER, FRIDAY);
        return report;
    }

    private static Approval approval(Report report, RiskTier tier, Set<Side> sides) {
        return new Approval(
                report.id(),
                report.standing().chain().orElseThrow(),
                report.current().id(),
                report.current().sha256(),
                tier,
                sides);
    }
}
