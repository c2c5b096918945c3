package org.sekisho.domain.report.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.COLLEAGUE;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.person;
import static org.sekisho.domain.report.Findings.received;
import static org.sekisho.domain.report.Findings.refuses;
import static org.sekisho.domain.report.review.Choice.AGREES;
import static org.sekisho.domain.report.review.Choice.NO_OBJECTION;
import static org.sekisho.domain.report.review.Reviews.AUTHORITY;
import static org.sekisho.domain.report.review.Reviews.SECURITY;
import static org.sekisho.domain.report.review.Reviews.present;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.shared.SharedError;

/** Whose work a stage is, and what doesn't wait for it. */
class WorkTest {

    private final Reviews high = new Reviews(RiskTier.HIGH, SECURITY, AUTHORITY);
    private final Work work = high.chain.work();

    @Test
    void aPlaceIsHeldByOneUntilItIsReleased() {
        work.claim(present(REVIEWER), FRIDAY);
        refuses(ReportError.CLAIMED_ALREADY, () -> work.claim(present(REVIEWER), FRIDAY));
        refuses(ReportError.STAGE_TAKEN, () -> work.claim(present(COLLEAGUE), FRIDAY));
        refuses(ReportError.STAGE_TAKEN, () -> high.vote(COLLEAGUE, AGREES));
        work.release(REVIEWER, FRIDAY);
        refuses(ReportError.NOT_CLAIMED, () -> work.release(REVIEWER, FRIDAY));
        high.vote(COLLEAGUE, AGREES);
        assertEquals(StageState.PASSED, high.stage(1).state());
    }

    @Test
    void whoMayNotVoteDoesntClaim() {
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.claim(present(RIVAL_REVIEWER), FRIDAY));
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.claim(present(OFFICIAL), FRIDAY));
    }

    @Test
    void aDelegatePassesTheSameChecks() {
        work.claim(present(REVIEWER), FRIDAY);
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.delegate(REVIEWER, present(ANALYST), FRIDAY));
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.delegate(REVIEWER, present(RIVAL_REVIEWER), FRIDAY));
        Reviewer away = new Reviewer(COLLEAGUE, Rank.ANY, true);
        refuses(ReportError.REVIEWER_ABSENT, () -> work.delegate(REVIEWER, away, FRIDAY));
        refuses(ReportError.NOT_CLAIMED, () -> work.delegate(CISO, present(COLLEAGUE), FRIDAY));
        work.delegate(REVIEWER, present(COLLEAGUE), FRIDAY);
        refuses(ReportError.STAGE_TAKEN, () -> high.vote(REVIEWER, AGREES));
        high.vote(COLLEAGUE, AGREES);
        assertEquals(StageState.PASSED, high.stage(1).state());
    }

    @Test
    void aPlaceIsHandedOverByItsHolderOrTheirCiso() {
        work.claim(present(REVIEWER), FRIDAY);
        refuses(
                ReportError.HAND_OVER_OF_OTHERS,
                () -> work.handOver(present(COLLEAGUE), present(REVIEWER), present(COLLEAGUE), FRIDAY));
        work.handOver(present(CISO), present(REVIEWER), present(COLLEAGUE), FRIDAY);
        assertEquals(
                List.of(COLLEAGUE.requirePerson()),
                work.holders(high.stage(1)).stream().map(Seat::person).toList());
    }

    @Test
    void aFreePlaceIsAssignedToSomebodyWhoMayVote() {
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.assign(RIVAL_REVIEWER, present(COLLEAGUE), FRIDAY));
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.assign(OFFICIAL, present(COLLEAGUE), FRIDAY));
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> work.assign(CISO, present(ANALYST), FRIDAY));
        Reviewer away = new Reviewer(COLLEAGUE, Rank.ANY, true);
        refuses(ReportError.REVIEWER_ABSENT, () -> work.assign(CISO, away, FRIDAY));
        work.assign(CISO, present(COLLEAGUE), FRIDAY);
        refuses(ReportError.STAGE_TAKEN, () -> work.assign(CISO, present(REVIEWER), FRIDAY));
        work.release(COLLEAGUE, FRIDAY);
        high.vote(REVIEWER, AGREES);
        assertEquals(StageState.PASSED, high.stage(1).state());
    }

    @Test
    void whoHasVotedIsGivenNothing() {
        Reviews two = new Reviews(
                RiskTier.HIGH, new Stage(Side.INSTITUTION_SECURITY, 2, Rank.ANY, 8, ClockUnit.HOURS), AUTHORITY);
        two.vote(COLLEAGUE, AGREES);
        two.chain.work().claim(present(REVIEWER), FRIDAY);
        refuses(ReportError.VOTED_ALREADY, () -> two.chain.work().delegate(REVIEWER, present(COLLEAGUE), FRIDAY));
    }

    @Test
    void eachIsOfferedWhatTheyMayDo() {
        Predicate<UUID> nobody = person -> false;
        assertEquals(Set.of(WorkAct.CLAIM, WorkAct.ASSIGN), work.offers(present(REVIEWER), nobody));
        assertEquals(Set.of(), work.offers(present(OFFICIAL), nobody));
        work.claim(present(REVIEWER), FRIDAY);
        assertEquals(
                Set.of(WorkAct.RELEASE, WorkAct.DELEGATE, WorkAct.HAND_OVER), work.offers(present(REVIEWER), nobody));
        assertEquals(Set.of(), work.offers(present(COLLEAGUE), nobody));
        assertEquals(Set.of(WorkAct.HAND_OVER), work.offers(present(CISO), nobody));
        assertEquals(Set.of(WorkAct.HAND_OVER), work.offers(present(COLLEAGUE), REVIEWER.requirePerson()::equals));
    }

    @Test
    void thatAHolderVotedIsntTold() {
        Reviews two = new Reviews(
                RiskTier.HIGH, new Stage(Side.INSTITUTION_SECURITY, 2, Rank.ANY, 8, ClockUnit.HOURS), AUTHORITY);
        Work shared = two.chain.work();
        shared.claim(present(REVIEWER), FRIDAY);
        Set<WorkAct> before = shared.offers(present(CISO), person -> false);
        two.vote(REVIEWER, AGREES);
        assertEquals(List.of(), shared.holders(two.stage(1)));
        assertEquals(
                List.of(REVIEWER.requirePerson()),
                shared.inCharge(two.stage(1)).stream().map(Seat::person).toList());
        assertEquals(before, shared.offers(present(CISO), person -> false));
        two.vote(COLLEAGUE, AGREES);
        assertEquals(List.of(), shared.inCharge(two.stage(1)));
    }

    @Test
    void colleaguesTakeOverFromTheAbsent() {
        work.claim(present(REVIEWER), FRIDAY);
        Reviewer absent = new Reviewer(REVIEWER, Rank.ANY, true);
        refuses(
                ReportError.HAND_OVER_OF_OTHERS,
                () -> work.handOver(present(RIVAL_REVIEWER), absent, present(COLLEAGUE), FRIDAY));
        work.handOver(present(COLLEAGUE), absent, present(COLLEAGUE), FRIDAY);
        high.vote(COLLEAGUE, AGREES);
        assertEquals(StageState.PASSED, high.stage(1).state());
    }

    @Test
    void aPlaceKeepsNobodyFromVotingOnceTheClockHasRunOut() {
        work.claim(present(REVIEWER), FRIDAY);
        Instant late = FRIDAY.plus(Duration.ofHours(8));
        Ballot ballot = new Ballot(high.chain.revisionHash(), AGREES, "r");
        Reviews.DESK.vote(high.report, high.chain, present(COLLEAGUE), ballot, late);
        assertEquals(StageState.PASSED, high.stage(1).state());
        assertEquals(List.of(), work.holders(high.stage(1)));
    }

    @Test
    void itIsSomebodysMoveUntilSomeTime() {
        Turn first = Turn.of(high.report, Optional.of(high.chain), FRIDAY).orElseThrow();
        assertEquals(Side.INSTITUTION_SECURITY, first.side());
        assertEquals(List.of(), first.holders());
        high.chain.work().claim(present(REVIEWER), FRIDAY);
        Turn claimed = Turn.of(high.report, Optional.of(high.chain), FRIDAY.plus(Duration.ofDays(1)))
                .orElseThrow();
        assertEquals(List.of(REVIEWER.requirePerson()), claimed.holders());
        assertTrue(claimed.late());
        high.vote(REVIEWER, AGREES);
        assertEquals(
                Side.AUTHORITY,
                Turn.of(high.report, Optional.of(high.chain), FRIDAY)
                        .orElseThrow()
                        .side());
    }

    @Test
    void anAbsenceCoversItsDays() {
        LocalDate first = LocalDate.of(2026, 12, 1);
        Absence absence = new Absence(REVIEWER, first, first.plusDays(2));
        assertFalse(absence.covers(first.minusDays(1)));
        assertTrue(absence.covers(first.plusDays(2)));
        assertFalse(absence.covers(first.plusDays(3)));
        refuses(ReportError.ABSENCE_DAYS, () -> new Absence(REVIEWER, first, first.minusDays(1)));
    }

    @Test
    void nobodyPutsTheirOwnRankOnFile() {
        Actor administrator = person(BANK, OrganisationKind.INSTITUTION, Role.ORGANISATION_ADMINISTRATOR);
        refuses(
                ReportError.RANK_OWN,
                () -> new ReviewerRank(administrator, administrator.requirePerson(), BANK, Rank.HEAD, FRIDAY));
        refuses(
                PartyError.OWN_ADMINISTRATOR_ONLY,
                () -> new ReviewerRank(REVIEWER, COLLEAGUE.requirePerson(), BANK, Rank.HEAD, FRIDAY));
        assertEquals(Rank.HEAD, new ReviewerRank(administrator, CISO.requirePerson(), BANK, Rank.HEAD, FRIDAY).rank());
    }

    @Test
    void aCisoOrdersWhatCanBeUndoneAndTheAuthorityReadsAtOnce() {
        Report report = received(RiskTier.CRITICAL);
        Instant end = FRIDAY.plus(Duration.ofDays(3));
        refuses(ReportError.CISO_ONLY, () -> measure(report, REVIEWER, end));
        InterimMeasure measure = measure(report, CISO, end);
        assertEquals(Optional.of(FRIDAY), report.authorityReadsSince());
        assertEquals(FRIDAY.plus(Duration.ofHours(24)), measure.reviewDueAt());
        assertEquals(ReportState.RECEIVED, report.state());
        assertEquals(Optional.empty(), report.standing().approvedRevision());
        assertEquals("Exploited now", measure.reason(VAULT));
    }

    @Test
    void theFullReviewBeginsWithinADay() {
        Report report = received(RiskTier.HIGH);
        InterimMeasure measure = measure(report, CISO, FRIDAY.plus(Duration.ofDays(3)));
        Instant day = FRIDAY.plus(Duration.ofHours(24));
        assertFalse(measure.isReviewOverdue(report, day.minusMillis(1)));
        assertTrue(measure.isReviewOverdue(report, day));
        InterimMeasure other = measure(high.report, CISO, FRIDAY.plus(Duration.ofDays(3)));
        assertFalse(other.isReviewOverdue(high.report, day));
    }

    @Test
    void aMeasureHasAReasonAndAnEnd() {
        Report report = received(RiskTier.HIGH);
        refuses(ReportError.MEASURE_EXPIRY_UNFIT, () -> measure(report, CISO, FRIDAY));
        Instant far = FRIDAY.plus(InterimMeasure.LONGEST).plusSeconds(1);
        refuses(ReportError.MEASURE_EXPIRY_UNFIT, () -> measure(report, CISO, far));
        Instant end = FRIDAY.plus(Duration.ofDays(1));
        refuses(
                SharedError.REQUIRED,
                () -> new InterimMeasure(report, InterimMeasure.Kind.ISOLATION, CISO, "", end, VAULT, FRIDAY));
        InterimMeasure measure = measure(report, CISO, end);
        Actor clock = Actor.system("report-clock");
        refuses(ReportError.MEASURE_WRONG_STATE, () -> measure.expire(clock, end.minusMillis(1)));
        measure.expire(clock, end);
        refuses(ReportError.MEASURE_WRONG_STATE, () -> measure.lift(CISO, end));
    }

    @Test
    void theAuthoritysDutyOfficerConfirmsOnce() {
        InterimMeasure measure = measure(received(RiskTier.HIGH), CISO, FRIDAY.plus(Duration.ofDays(1)));
        Actor duty = person(UUID.randomUUID(), OrganisationKind.AUTHORITY, Role.DUTY_OFFICER);
        refuses(ReportError.DUTY_OFFICER_ONLY, () -> measure.acknowledge(CISO, FRIDAY));
        refuses(ReportError.DUTY_OFFICER_ONLY, () -> measure.acknowledge(OFFICIAL, FRIDAY));
        assertEquals(Optional.empty(), measure.acknowledgedAt());
        measure.acknowledge(duty, FRIDAY);
        assertEquals(Optional.of(FRIDAY), measure.acknowledgedAt());
        refuses(ReportError.MEASURE_ACKNOWLEDGED, () -> measure.acknowledge(duty, FRIDAY));
    }

    @Test
    void afterTheApprovalTheLastingChangeTakesTheMeasuresPlace() {
        high.vote(REVIEWER, AGREES);
        high.vote(OFFICIAL, NO_OBJECTION);
        Instant end = FRIDAY.plus(Duration.ofDays(1));
        refuses(ReportError.MEASURE_TOO_LATE, () -> measure(high.report, CISO, end));
    }

    private static InterimMeasure measure(Report report, Actor actor, Instant end) {
        return new InterimMeasure(report, InterimMeasure.Kind.ISOLATION, actor, "Exploited now", end, VAULT, FRIDAY);
    }
}
