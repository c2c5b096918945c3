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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.sekisho.domain.shared.DomainEvent;
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
        refuses(ReportError.HAND_OVER_OF_OTHERS, () -> handOver(COLLEAGUE, Attendance.COMPLETE));
        handOver(CISO, Attendance.COMPLETE);
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
    void whoHasVotedIsGivenNothingAndThatTheyVotedIsntTold() {
        Reviews two = new Reviews(
                RiskTier.HIGH, new Stage(Side.INSTITUTION_SECURITY, 2, Rank.ANY, 8, ClockUnit.HOURS), AUTHORITY);
        two.vote(COLLEAGUE, AGREES);
        Work shared = two.chain.work();
        assertEquals(
                List.of(COLLEAGUE.requirePerson()),
                shared.inCharge(two.stage(1)).stream().map(Seat::person).toList(),
                "as if they had claimed a place");
        shared.claim(present(REVIEWER), FRIDAY);
        refuses(ReportError.CLAIMED_ALREADY, () -> shared.delegate(REVIEWER, present(COLLEAGUE), FRIDAY));
        refuses(ReportError.CLAIMED_ALREADY, () -> shared.assign(REVIEWER, present(COLLEAGUE), FRIDAY));
        refuses(ReportError.CLAIMED_ALREADY, () -> {
            Reviews claimed = new Reviews(
                    RiskTier.HIGH, new Stage(Side.INSTITUTION_SECURITY, 2, Rank.ANY, 8, ClockUnit.HOURS), AUTHORITY);
            claimed.chain.work().claim(present(COLLEAGUE), FRIDAY);
            claimed.chain.work().assign(REVIEWER, present(COLLEAGUE), FRIDAY);
        });
    }

    @Test
    void eachIsOfferedWhatTheyMayDo() {
        Attendance all = Attendance.COMPLETE;
        assertEquals(Set.of(WorkAct.CLAIM, WorkAct.ASSIGN), work.offers(present(REVIEWER), all));
        assertEquals(Set.of(), work.offers(present(OFFICIAL), all));
        work.claim(present(REVIEWER), FRIDAY);
        assertEquals(Set.of(WorkAct.RELEASE, WorkAct.DELEGATE, WorkAct.HAND_OVER), work.offers(present(REVIEWER), all));
        assertEquals(Set.of(), work.offers(present(COLLEAGUE), all));
        assertEquals(Set.of(WorkAct.HAND_OVER), work.offers(present(CISO), all));
        assertEquals(Set.of(WorkAct.HAND_OVER), work.offers(present(COLLEAGUE), holder(Presence.AWAY)));
        assertEquals(
                Set.of(WorkAct.CLAIM, WorkAct.ASSIGN, WorkAct.HAND_OVER),
                work.offers(present(COLLEAGUE), holder(Presence.LEFT)));
    }

    @Test
    void thatAHolderVotedIsntTold() {
        Reviews two = new Reviews(
                RiskTier.HIGH, new Stage(Side.INSTITUTION_SECURITY, 2, Rank.ANY, 8, ClockUnit.HOURS), AUTHORITY);
        Work shared = two.chain.work();
        shared.claim(present(REVIEWER), FRIDAY);
        Set<WorkAct> before = shared.offers(present(CISO), Attendance.COMPLETE);
        two.vote(REVIEWER, AGREES);
        assertEquals(List.of(), shared.holders(two.stage(1)));
        assertEquals(
                List.of(REVIEWER.requirePerson()),
                shared.inCharge(two.stage(1)).stream().map(Seat::person).toList());
        assertEquals(before, shared.offers(present(CISO), Attendance.COMPLETE));
        two.vote(COLLEAGUE, AGREES);
        assertEquals(List.of(), shared.inCharge(two.stage(1)));
    }

    @Test
    void colleaguesTakeOverFromTheAbsent() {
        work.claim(present(REVIEWER), FRIDAY);
        refuses(ReportError.HAND_OVER_OF_OTHERS, () -> handOver(RIVAL_REVIEWER, holder(Presence.AWAY)));
        handOver(COLLEAGUE, holder(Presence.AWAY));
        high.vote(COLLEAGUE, AGREES);
        assertEquals(StageState.PASSED, high.stage(1).state());
    }

    @Test
    void colleaguesTakeOverFromWhomHasLeft() {
        work.claim(present(REVIEWER), FRIDAY);
        refuses(ReportError.HAND_OVER_OF_OTHERS, () -> handOver(RIVAL_REVIEWER, holder(Presence.LEFT)));
        refuses(ReportError.HAND_OVER_OF_OTHERS, () -> handOver(ANALYST, holder(Presence.LEFT)));
        handOver(COLLEAGUE, holder(Presence.LEFT));
        assertEquals(
                List.of(COLLEAGUE.requirePerson()),
                work.holders(high.stage(1)).stream().map(Seat::person).toList());
    }

    @Test
    void thePlaceOfWhomHasLeftKeepsNobodyFromTakingItOrVoting() {
        work.claim(present(REVIEWER), FRIDAY);
        assertEquals(Optional.empty(), work.vacate(holder(Presence.AWAY), FRIDAY));
        refuses(ReportError.STAGE_TAKEN, () -> high.vote(COLLEAGUE, AGREES));
        Attendance left = holder(Presence.LEFT);
        assertEquals("review.vacated", work.vacate(left, FRIDAY).orElseThrow().name());
        assertEquals(List.of(), work.holders(high.stage(1)));
        assertEquals(Optional.empty(), work.vacate(left, FRIDAY));
        work.claim(present(COLLEAGUE), FRIDAY);
        high.vote(COLLEAGUE, AGREES);
        assertEquals(StageState.PASSED, high.stage(1).state());
    }

    @Test
    void anAuthoritysReviewersTakeOverFromOneAnother() {
        UUID unit = OFFICIAL.organisation().orElseThrow();
        Actor second = person(unit, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
        high.vote(REVIEWER, AGREES);
        work.claim(present(OFFICIAL), FRIDAY);
        Attendance away =
                new Attendance(Map.of(work.holders(high.stage(2)).get(0).id(), Presence.AWAY));
        UUID holder = OFFICIAL.requirePerson();
        refuses(
                ReportError.HAND_OVER_OF_OTHERS,
                () -> work.handOver(present(second), holder, Attendance.COMPLETE, present(second), FRIDAY));
        work.handOver(present(second), holder, away, present(second), FRIDAY);
        high.vote(second, NO_OBJECTION);
        assertEquals(ReportState.APPROVED, high.report.state());
    }

    private DomainEvent handOver(Actor actor, Attendance attendance) {
        return work.handOver(present(actor), REVIEWER.requirePerson(), attendance, present(COLLEAGUE), FRIDAY);
    }

    /** Of the one place that is held. */
    private Attendance holder(Presence presence) {
        return new Attendance(Map.of(work.holders(high.stage(1)).get(0).id(), presence));
    }

    @Test
    void aPlaceKeepsNobodyFromVotingOnceTheClockHasRunOut() {
        work.claim(present(REVIEWER), FRIDAY);
        Instant late = FRIDAY.plus(Duration.ofHours(8));
        Ballot ballot = new Ballot(high.chain.revisionHash(), AGREES, "r", Reentered.PASSWORD_AND_CODE);
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
    void anAbsenceIsPutOnFileByTheAdministratorOrWhoReviewsBesideThem() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        Actor administrator = person(BANK, OrganisationKind.INSTITUTION, Role.ORGANISATION_ADMINISTRATOR);
        Actor signatory = person(BANK, OrganisationKind.INSTITUTION, Role.SIGNATORY);
        UUID unit = OFFICIAL.organisation().orElseThrow();
        Actor second = person(unit, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
        for (Actor other : List.of(RIVAL_REVIEWER, OFFICIAL, ANALYST, signatory)) {
            refuses(ReportError.ABSENCE_OF_OTHERS, () -> new Absence(other, REVIEWER, day, day));
        }
        refuses(ReportError.ABSENCE_OF_OTHERS, () -> new Absence(administrator, ANALYST, day, day));
        for (Actor recorder : List.of(administrator, COLLEAGUE, CISO)) {
            Absence absence = new Absence(recorder, REVIEWER, day, day);
            assertEquals(REVIEWER.requirePerson(), absence.person());
            assertEquals(BANK, absence.organisation());
            assertTrue(absence.isOf(recorder.requirePerson()) && absence.isOf(REVIEWER.requirePerson()));
        }
        Absence official = new Absence(second, OFFICIAL, day, day);
        assertFalse(official.isOf(COLLEAGUE.requirePerson()));
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
        high.vote(REVIEWER, AGREES);
        high.vote(OFFICIAL, NO_OBJECTION);
        assertFalse(other.isReviewOverdue(high.report, day));
    }

    @Test
    void thatNoReviewHasBegunIsSaidOnce() {
        Report report = received(RiskTier.HIGH);
        InterimMeasure measure = measure(report, CISO, FRIDAY.plus(Duration.ofDays(3)));
        Instant day = FRIDAY.plus(Duration.ofHours(24));
        refuses(ReportError.MEASURE_REVIEW_NOT_LATE, () -> measure.alertReview(report, day.minusMillis(1)));
        DomainEvent said = measure.alertReview(report, day);
        assertEquals("report.measure-review-overdue", said.name());
        refuses(ReportError.MEASURE_REVIEW_NOT_LATE, () -> measure.alertReview(report, day));
        InterimMeasure lifted = measure(report, CISO, FRIDAY.plus(Duration.ofDays(3)));
        lifted.lift(CISO, FRIDAY);
        refuses(ReportError.MEASURE_REVIEW_NOT_LATE, () -> lifted.alertReview(report, day));
        InterimMeasure reviewed = measure(high.report, CISO, FRIDAY.plus(Duration.ofDays(3)));
        refuses(ReportError.MEASURE_REVIEW_NOT_LATE, () -> reviewed.alertReview(high.report, day));
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
        assertEquals(InterimMeasure.State.EXPIRED, measure.state());
        refuses(ReportError.CISO_ONLY, () -> measure.lift(REVIEWER, end));
        measure.lift(CISO, end);
        assertEquals(InterimMeasure.State.LIFTED, measure.state());
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
