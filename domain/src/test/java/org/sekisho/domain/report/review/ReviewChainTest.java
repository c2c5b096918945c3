package org.sekisho.domain.report.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.CHANGED;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.COLLEAGUE;
import static org.sekisho.domain.report.Findings.CONTENT;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.MAKER;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.PROVIDER;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.SECOND_OFFICIAL;
import static org.sekisho.domain.report.Findings.UNIT;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.person;
import static org.sekisho.domain.report.Findings.refuses;
import static org.sekisho.domain.report.Findings.triaged;
import static org.sekisho.domain.report.review.Choice.AGREES;
import static org.sekisho.domain.report.review.Choice.NO_OBJECTION;
import static org.sekisho.domain.report.review.Choice.REJECTS;
import static org.sekisho.domain.report.review.Reviews.AUTHORITY;
import static org.sekisho.domain.report.review.Reviews.CONCERNED;
import static org.sekisho.domain.report.review.Reviews.DESK;
import static org.sekisho.domain.report.review.Reviews.SECURITY;
import static org.sekisho.domain.report.review.Reviews.clause;
import static org.sekisho.domain.report.review.Reviews.present;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Holidays;
import org.sekisho.domain.shared.SharedError;

/** The review of a revision by both sides. */
class ReviewChainTest {

    private static final Stage TWO = new Stage(Side.INSTITUTION_SECURITY, 2, Rank.ANY, 8, ClockUnit.HOURS);

    private final Reviews high = new Reviews(RiskTier.HIGH, SECURITY, AUTHORITY);

    @Test
    void bothSidesAgreeAndTheReportIsApproved() {
        high.vote(REVIEWER, AGREES);
        assertEquals(ReportState.IN_REVIEW, high.report.state());
        high.vote(present(OFFICIAL), NO_OBJECTION, "");
        assertEquals(ReportState.APPROVED, high.report.state());
        assertEquals(Optional.of(high.chain.revision()), high.report.standing().approvedRevision());
        assertEquals(ChainState.PASSED, high.chain.state());
    }

    @Test
    void stagesDecideInTheirOrder() {
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(OFFICIAL, NO_OBJECTION));
        high.vote(REVIEWER, AGREES);
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(COLLEAGUE, AGREES));
    }

    @Test
    void oneReasonedRejectionReturnsTheReport() {
        refuses(SharedError.REQUIRED, () -> high.vote(present(REVIEWER), REJECTS, " "));
        high.vote(REVIEWER, AGREES);
        high.vote(OFFICIAL, REJECTS);
        assertEquals(ReportState.TRIAGE, high.report.state());
        assertEquals(ChainState.RETURNED, high.chain.state());
        refuses(ReportError.CHAIN_OF_OTHER, () -> high.vote(SECOND_OFFICIAL, NO_OBJECTION));
    }

    @Test
    void anAuthorityHasNoObjectionAndNobodyElseSaysSo() {
        refuses(ReportError.CHOICE_UNFIT, () -> high.vote(REVIEWER, NO_OBJECTION));
        high.vote(REVIEWER, AGREES);
        refuses(ReportError.CHOICE_UNFIT, () -> high.vote(OFFICIAL, AGREES));
    }

    @Test
    void aHighRiskIsAgreedToWithAReason() {
        refuses(SharedError.REQUIRED, () -> high.vote(present(REVIEWER), AGREES, ""));
        Reviews low = new Reviews(RiskTier.LOW, SECURITY);
        low.vote(present(REVIEWER), AGREES, "");
        assertEquals(ReportState.APPROVED, low.report.state());
    }

    @Test
    void aQuorumIsOfDifferentPeople() {
        Reviews two = new Reviews(RiskTier.HIGH, TWO, AUTHORITY);
        two.vote(REVIEWER, AGREES);
        refuses(ReportError.VOTED_ALREADY, () -> two.vote(REVIEWER, AGREES));
        assertEquals(StageState.OPEN, two.stage(1).state());
        two.vote(COLLEAGUE, AGREES);
        assertEquals(StageState.PASSED, two.stage(1).state());
    }

    @Test
    void nobodyVotesInTwoStages() {
        Reviews twice = new Reviews(RiskTier.LOW, SECURITY, SECURITY);
        twice.vote(REVIEWER, AGREES);
        refuses(ReportError.VOTED_ALREADY, () -> twice.vote(REVIEWER, AGREES));
    }

    @Test
    void theAuthorOfAnyRevisionDoesntVote() {
        Report report = triaged(RiskTier.HIGH);
        report.revise(REVIEWER, report.current().sha256(), CHANGED, FRIDAY);
        String hash = report.revise(ANALYST, report.current().sha256(), CONTENT, FRIDAY)
                .sha256();
        ReviewChain chain = DESK.submit(
                        report, clause(RiskTier.HIGH, SECURITY, AUTHORITY), CONCERNED, ANALYST, hash, FRIDAY)
                .chain();
        Ballot ballot = new Ballot(hash, AGREES, "r", Reentered.PASSWORD_AND_CODE);
        refuses(ReportError.REVIEWER_IS_AUTHOR, () -> DESK.vote(report, chain, present(REVIEWER), ballot, FRIDAY));
    }

    @Test
    void agreementToAHighRiskTakesCredentialsEnteredForItAndKeepsWhich() {
        Ballot bare = new Ballot(high.chain.revisionHash(), AGREES, "r", Reentered.NOTHING);
        refuses(
                ReportError.CREDENTIALS_NEEDED,
                () -> Reviews.DESK.vote(high.report, high.chain, present(REVIEWER), bare, FRIDAY));
        high.vote(REVIEWER, AGREES);
        assertEquals(
                List.of(Optional.of(Reentered.PASSWORD_AND_CODE)),
                high.chain.votesFor(REVIEWER).stream().map(Vote::reentered).toList());
    }

    @Test
    void aRejectionTakesNone() {
        Ballot rejection = new Ballot(high.chain.revisionHash(), Choice.REJECTS, "r", Reentered.NOTHING);
        Reviews.DESK.vote(high.report, high.chain, present(REVIEWER), rejection, FRIDAY);
        assertEquals(StageState.RETURNED, high.stage(1).state());
    }

    @Test
    void noOrganisationVotesForAnother() {
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(RIVAL_REVIEWER, AGREES));
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(ANALYST, AGREES));
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(MAKER, AGREES));
    }

    @Test
    void whoBelongedToAnotherSideDoesntVote() {
        Actor fromProvider = person(BANK, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER, PROVIDER);
        refuses(ReportError.REVIEWER_TIED, () -> high.vote(fromProvider, AGREES));
        high.vote(REVIEWER, AGREES);
        Actor fromBank = person(UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, BANK);
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(fromBank, NO_OBJECTION));
        Actor fromMaker = person(UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, PROVIDER);
        refuses(ReportError.REVIEWER_TIED, () -> high.vote(fromMaker, NO_OBJECTION));
    }

    @Test
    void whoeverVotedForTheBankDoesntLendTheirHomeToTheAuthority() {
        Actor official = person(UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
        Actor seconded = person(BANK, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER, UNIT);
        Stage back = new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 8, ClockUnit.HOURS);
        Reviews chain = new Reviews(RiskTier.HIGH, SECURITY, AUTHORITY, back);
        chain.vote(REVIEWER, AGREES);
        chain.vote(official, NO_OBJECTION);
        refuses(ReportError.REVIEWER_TIED, () -> chain.vote(seconded, AGREES));
    }

    @Test
    void anAuthorityThatOwnsTheReportIsNotItsOwnAuthority() {
        Actor own = person(BANK, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
        high.vote(REVIEWER, AGREES);
        refuses(ReportError.REVIEWER_OF_OTHER_SIDE, () -> high.vote(own, NO_OBJECTION));
    }

    @Test
    void aRankIsAskedWhereTheClauseAsksForIt() {
        Stage head = new Stage(Side.INSTITUTION_SECURITY, 1, Rank.HEAD, 8, ClockUnit.HOURS);
        Reviews reviews = new Reviews(RiskTier.LOW, head);
        Reviewer manager = new Reviewer(REVIEWER, Rank.MANAGER, false);
        refuses(ReportError.RANK_TOO_LOW, () -> reviews.vote(manager, AGREES, "r"));
        reviews.vote(new Reviewer(CISO, Rank.HEAD, false), AGREES, "r");
        assertEquals(ReportState.APPROVED, reviews.report.state());
    }

    @Test
    void theProvidersSignatoryDecidesInTheProvidersStage() {
        Stage provider = new Stage(Side.PROVIDER, 1, Rank.ANY, 8, ClockUnit.HOURS);
        Reviews reviews = new Reviews(RiskTier.LOW, SECURITY, provider);
        assertEquals(Optional.empty(), reviews.report.provider());
        reviews.vote(REVIEWER, AGREES);
        assertEquals(Optional.of(PROVIDER), reviews.report.provider());
        reviews.vote(MAKER, AGREES);
        assertEquals(ReportState.APPROVED, reviews.report.state());
    }

    @Test
    void votesOfAnOpenStageAreHiddenFromItsOtherReviewers() {
        Reviews two = new Reviews(RiskTier.HIGH, TWO, AUTHORITY);
        two.vote(REVIEWER, AGREES);
        assertEquals(1, two.chain.votesFor(REVIEWER).size());
        assertEquals(List.of(), two.chain.votesFor(COLLEAGUE));
        assertEquals(List.of(), two.chain.votesFor(CISO));
        assertEquals(List.of(), two.chain.votesFor(OFFICIAL));
        two.vote(COLLEAGUE, AGREES);
        assertEquals(2, two.chain.votesFor(OFFICIAL).size());
        Vote first = two.chain.votesFor(OFFICIAL).get(0);
        assertEquals(Optional.of("Looked at"), first.reason(VAULT));
    }

    @Test
    void theTrailDoesntTellAVoteBeforeTheStageCloses() {
        Reviews two = new Reviews(RiskTier.HIGH, TWO, AUTHORITY);
        var event = two.vote(REVIEWER, AGREES).events().get(0);
        assertEquals("review.voted", event.name());
        assertFalse(event.toString().contains("AGREES"), event::toString);
    }

    @Test
    void aChangedReportNeedsNewVotes() {
        high.vote(REVIEWER, AGREES);
        String old = high.chain.revisionHash();
        high.report.revise(ANALYST, old, CHANGED, FRIDAY);
        assertTrue(DESK.settle(high.report, high.chain, FRIDAY).isPresent());
        assertEquals(ChainState.VOID, high.chain.state());
        refuses(ReportError.CHAIN_OF_OTHER, () -> high.vote(OFFICIAL, NO_OBJECTION));
        ReviewChain again = DESK.submit(
                        high.report,
                        clause(RiskTier.HIGH, SECURITY, AUTHORITY),
                        CONCERNED,
                        ANALYST,
                        high.report.current().sha256(),
                        FRIDAY)
                .chain();
        Ballot onOld = new Ballot(old, AGREES, "r", Reentered.PASSWORD_AND_CODE);
        refuses(ReportError.REVISION_CHANGED, () -> DESK.vote(high.report, again, present(REVIEWER), onOld, FRIDAY));
        assertEquals(StageState.OPEN, again.stages().get(0).state());
    }

    @Test
    void aRaisedTierEndsTheReview() {
        Reviews low = new Reviews(RiskTier.LOW, TWO);
        low.vote(REVIEWER, AGREES);
        low.report.tiers().raise(OFFICIAL, RiskTier.HIGH, "Exploited", VAULT, FRIDAY);
        DESK.settle(low.report, low.chain, FRIDAY);
        refuses(ReportError.CHAIN_OF_OTHER, () -> low.vote(COLLEAGUE, AGREES));
        assertEquals(ReportState.TRIAGE, low.report.state());
    }

    @Test
    void aTierWithoutAChainIsntReviewed() {
        Report report = triaged(RiskTier.CRITICAL);
        String hash = report.current().sha256();
        refuses(
                ReportError.CHAIN_MISSING,
                () -> DESK.submit(
                        report, clause(RiskTier.HIGH, SECURITY, AUTHORITY), CONCERNED, ANALYST, hash, FRIDAY));
        assertEquals(ReportState.TRIAGE, report.state());
    }

    @Test
    void silenceAgreesToNothing() {
        ReviewStage stage = high.stage(1);
        assertEquals(Optional.of(FRIDAY.plus(Duration.ofHours(8))), stage.dueAt());
        assertFalse(stage.isPastClock(FRIDAY.plus(Duration.ofHours(8)).minusMillis(1)));
        assertTrue(stage.isPastClock(FRIDAY.plus(Duration.ofHours(8))));
        assertEquals(StageState.OPEN, stage.state());
        assertEquals(ReportState.IN_REVIEW, high.report.state());
    }

    @Test
    void aClockInBusinessDaysLeavesOutWeekendsAndHolidays() {
        high.vote(REVIEWER, AGREES);
        assertEquals(
                Optional.of(Days.endOf(LocalDate.of(2026, 12, 1))),
                high.stage(2).dueAt());
        Holidays monday = day -> day.equals(LocalDate.of(2026, 11, 30));
        assertEquals(Days.endOf(LocalDate.of(2026, 12, 2)), monday.endOfBusinessDays(FRIDAY, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-29T01:00:00Z, 2027-01-04", // past New Year
        "2027-04-28T01:00:00Z, 2027-05-06" // past Golden Week, but for the one day that banks work in it
    })
    void aClockInBusinessDaysStandsStillWhileBanksAreClosed(Instant opened, LocalDate last) {
        Report report = triaged(RiskTier.HIGH);
        Stage stage = new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 2, ClockUnit.BUSINESS_DAYS);
        ReviewChain chain = new ReviewDesk(VAULT, BankHolidays.ofJapan())
                .submit(
                        report,
                        clause(RiskTier.HIGH, stage, AUTHORITY),
                        CONCERNED,
                        ANALYST,
                        report.current().sha256(),
                        opened)
                .chain();
        assertEquals(Optional.of(Days.endOf(last)), chain.stages().get(0).dueAt());
    }

    @Test
    void theAuthorityReadsFromItsStageOnAndNotBefore() {
        assertEquals(Optional.empty(), high.report.authorityReadsSince());
        high.vote(REVIEWER, AGREES);
        assertEquals(Optional.of(FRIDAY), high.report.authorityReadsSince());
    }

    @Test
    void theOthersConcernedAreKeptWithoutTheOwner() {
        Concerned all = new Concerned(Optional.of(PROVIDER), Set.of(PROVIDER, BANK));
        Report report = triaged(RiskTier.HIGH);
        String hash = report.current().sha256();
        ReviewChain chain = DESK.submit(report, clause(RiskTier.HIGH, SECURITY, AUTHORITY), all, ANALYST, hash, FRIDAY)
                .chain();
        assertEquals(Set.of(PROVIDER), chain.parties());
    }
}
