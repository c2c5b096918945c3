package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.SharedError;

class NegotiationTest {

    private static final Instant DURING = AgreementFixture.DRAFTED.plus(Duration.ofDays(1));
    private static final Instant AFTER = AgreementFixture.SIGNING;

    private final AgreementFixture fixture = new AgreementFixture();

    @BeforeEach
    void negotiate() {
        fixture.negotiating();
    }

    private Negotiation round() {
        return fixture.version().negotiation();
    }

    private UUID propose(long requests) {
        round().propose(
                        fixture.bankSignatory,
                        ClauseKind.USAGE,
                        Optional.of(SampleClauses.usage(requests)),
                        "More is needed",
                        SampleClauses.TABLES,
                        DURING);
        List<ClauseProposal> proposals = fixture.version().proposals();
        return proposals.get(proposals.size() - 1).id();
    }

    @Test
    void everyPartyCommentsAndProposes() {
        for (var actor :
                List.of(fixture.bankSignatory, fixture.bankCiso, fixture.providerSignatory, fixture.coordinator)) {
            round().comment(actor, Optional.of(ClauseKind.EXPORT), "Too narrow", DURING);
        }
        assertEquals(4, fixture.version().comments().size());
        assertEquals(
                Optional.of(ClauseKind.EXPORT),
                fixture.version().comments().get(0).clause());
    }

    @Test
    void othersDoNot() {
        for (var actor : List.of(fixture.rivalSignatory, fixture.bankAnalyst, fixture.authorityReviewer, fixture.job)) {
            refuses(AgreementError.PARTY_ONLY, () -> round().comment(actor, Optional.empty(), "Let me in", DURING));
        }
    }

    @Test
    void roundHasAnEndWithinLimits() {
        AgreementFixture other = new AgreementFixture().drafted();
        Negotiation negotiation = other.version().negotiation();
        refuses(
                AgreementError.ROUND_END_UNFIT,
                () -> negotiation.open(other.coordinator, AgreementFixture.DRAFTED, AgreementFixture.DRAFTED));
        refuses(
                AgreementError.ROUND_END_UNFIT,
                () -> negotiation.open(
                        other.coordinator,
                        AgreementFixture.DRAFTED.plus(Negotiation.LONGEST).plusSeconds(1),
                        AgreementFixture.DRAFTED));
    }

    @Test
    void nothingIsSaidAfterTheEnd() {
        assertTrue(round().isOpen(AgreementFixture.ROUND_ENDS.minusMillis(1)));
        assertFalse(round().isOpen(AgreementFixture.ROUND_ENDS));
        refuses(AgreementError.ROUND_OVER, () -> round().comment(
                        fixture.bankSignatory, Optional.empty(), "Late", AgreementFixture.ROUND_ENDS));
        refuses(AgreementError.ROUND_OVER, () -> round().propose(
                        fixture.bankSignatory,
                        ClauseKind.USAGE,
                        Optional.empty(),
                        "Late",
                        SampleClauses.TABLES,
                        AgreementFixture.ROUND_ENDS));
    }

    @Test
    void roundIsOnlyEverExtended() {
        Instant longer = AgreementFixture.ROUND_ENDS.plus(Duration.ofDays(2));
        round().extend(fixture.coordinator, longer, DURING);
        assertTrue(round().isOpen(AgreementFixture.ROUND_ENDS));
        refuses(AgreementError.ROUND_END_UNFIT, () -> round().extend(
                        fixture.coordinator, longer.minusSeconds(1), DURING));
        refuses(AgreementError.COORDINATOR_ONLY, () -> round().extend(
                        fixture.bankSignatory, longer.plusSeconds(9), DURING));
    }

    @Test
    void systemClosesTheRoundOnlyAfterItsEnd() {
        refuses(AgreementError.ROUND_OPEN, () -> round().close(fixture.job, DURING));
        round().close(fixture.job, AgreementFixture.ROUND_ENDS);
        assertEquals(
                Optional.of(AgreementFixture.ROUND_ENDS),
                fixture.version().requireRound().closedAt());
        refuses(AgreementError.ROUND_OVER, () -> round().close(fixture.coordinator, AFTER));
        refuses(AgreementError.ROUND_OVER, () -> round().extend(
                        fixture.coordinator, AFTER.plus(Duration.ofDays(1)), AFTER));
    }

    @Test
    void closingDeemsNothingAgreed() {
        UUID proposal = propose(3_000);
        round().close(fixture.coordinator, DURING);
        assertEquals(VersionState.NEGOTIATION, fixture.version().state());
        assertEquals(ProposalState.OPEN, fixture.version().proposals().get(0).state());
        assertTrue(fixture.version().signatures().isEmpty());
        refuses(AgreementError.PROPOSALS_UNDECIDED, () -> fixture.openSigning());
        refuses(AgreementError.PROPOSALS_UNDECIDED, () -> fixture.agreement.nextRound(fixture.coordinator, AFTER));
        round().decline(fixture.coordinator, proposal, "Not in the pilot", AFTER);
        fixture.openSigning();
    }

    @Test
    void acceptedProposalStandsInTheNextVersion() {
        round().accept(fixture.coordinator, propose(3_000), "", DURING);
        refuses(AgreementError.ROUND_OPEN, () -> fixture.agreement.nextRound(fixture.coordinator, DURING));
        refuses(AgreementError.PROPOSALS_NOT_TAKEN_UP, () -> fixture.openSigning());
        fixture.agreement.nextRound(fixture.coordinator, AFTER);
        assertEquals(
                VersionState.SUPERSEDED, fixture.agreement.requireVersion(1).state());
        assertEquals(
                Optional.of(SampleClauses.usage(2_000)),
                fixture.agreement.requireVersion(1).clause(ClauseKind.USAGE));
        assertEquals(2, fixture.version().number());
        assertEquals(VersionState.DRAFT, fixture.version().state());
        assertEquals(AgreementState.DRAFT, fixture.agreement.state());
        assertEquals(Optional.of(SampleClauses.usage(3_000)), fixture.version().clause(ClauseKind.USAGE));
    }

    @Test
    void acceptedDroppingDropsTheClause() {
        round().propose(
                        fixture.providerSignatory,
                        ClauseKind.LIVE_FIRE,
                        Optional.empty(),
                        "Not now",
                        SampleClauses.TABLES,
                        DURING);
        round().accept(fixture.coordinator, fixture.version().proposals().get(0).id(), "", DURING);
        fixture.agreement.nextRound(fixture.coordinator, AFTER);
        assertTrue(fixture.version().clause(ClauseKind.LIVE_FIRE).isEmpty());
        assertEquals(ClauseKind.values().length - 1, fixture.version().clauses().size());
    }

    @Test
    void twoProposalsForOneClauseAreNotBothAccepted() {
        UUID one = propose(3_000);
        UUID other = propose(4_000);
        round().accept(fixture.coordinator, one, "", DURING);
        refuses(AgreementError.PROPOSAL_CONFLICTS, () -> round().accept(fixture.coordinator, other, "", DURING));
    }

    @Test
    void proposalMustChangeSomething() {
        refuses(AgreementError.NOTHING_CHANGED, () -> propose(2_000));
        refuses(SharedError.MALFORMED, () -> round().propose(
                        fixture.bankSignatory,
                        ClauseKind.AUDIT,
                        Optional.of(SampleClauses.usage(1)),
                        "Wrong kind",
                        SampleClauses.TABLES,
                        DURING));
    }

    @Test
    void partyTakesBackOnlyItsOwnProposals() {
        UUID proposal = propose(3_000);
        refuses(AgreementError.PROPOSAL_OF_OTHERS, () -> round().takeBack(fixture.providerSignatory, proposal, DURING));
        round().takeBack(fixture.bankCiso, proposal, DURING);
        assertEquals(
                ProposalState.WITHDRAWN, fixture.version().proposals().get(0).state());
        refuses(AgreementError.PROPOSAL_WRONG_STATE, () -> round().takeBack(fixture.bankCiso, proposal, DURING));
        refuses(SharedError.NOT_FOUND, () -> round().takeBack(fixture.bankCiso, Ids.next(), DURING));
    }

    @Test
    void nobodyDecidesOnTheirOwnProposal() {
        round().propose(
                        fixture.coordinator,
                        ClauseKind.USAGE,
                        Optional.of(SampleClauses.usage(9)),
                        "Less",
                        SampleClauses.TABLES,
                        DURING);
        UUID own = fixture.version().proposals().get(0).id();
        refuses(AgreementError.PROPOSAL_OWN, () -> round().accept(fixture.coordinator, own, "", DURING));
        refuses(AgreementError.COORDINATOR_ONLY, () -> round().accept(fixture.bankSignatory, own, "", DURING));
    }

    @Test
    void declinedProposalHasAReason() {
        UUID proposal = propose(3_000);
        refuses(SharedError.REQUIRED, () -> round().decline(fixture.coordinator, proposal, " ", DURING));
        round().decline(fixture.coordinator, proposal, "Too much", DURING);
        assertEquals("Too much", fixture.version().proposals().get(0).decisionReason());
    }
}
