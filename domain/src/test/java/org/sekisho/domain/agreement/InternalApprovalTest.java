package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.agreement.AgreementFixture.decision;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class InternalApprovalTest {

    private static final Instant NOW = AgreementFixture.SIGNING;

    private final AgreementFixture fixture = new AgreementFixture();

    @BeforeEach
    void openSigning() {
        fixture.signing();
    }

    private Signing signing() {
        return fixture.version().signing();
    }

    private InternalApproval newest() {
        List<InternalApproval> approvals = fixture.version().approvals();
        return approvals.get(approvals.size() - 1);
    }

    private void plan() {
        signing().planApproval(fixture.bankSignatory, List.of("Section head", "Director"), NOW);
    }

    @Test
    void levelsDecideInTheirOrder() {
        plan();
        refuses(AgreementError.APPROVAL_OUT_OF_ORDER, () -> signing()
                .recordApproval(fixture.bankCiso, decision(2, true, NOW), NOW));
        signing().recordApproval(fixture.bankCiso, decision(1, true, NOW), NOW);
        refuses(AgreementError.APPROVAL_OUT_OF_ORDER, () -> signing()
                .recordApproval(fixture.bankCiso, decision(1, true, NOW), NOW));
        signing().recordApproval(fixture.bankCiso, decision(2, true, NOW), NOW);
        assertEquals(ApprovalState.COMPLETE, newest().state());
        assertEquals(Optional.of("R-118"), newest().decisionNumber());
        assertEquals(Optional.of("Sato Keiko"), newest().levels().get(0).name());
        assertEquals(fixture.hash(), newest().contentHash());
    }

    @Test
    void completeApprovalTakesNothingMore() {
        fixture.approve(fixture.bankCiso, NOW);
        refuses(AgreementError.APPROVAL_WRONG_STATE, () -> signing()
                .recordApproval(fixture.bankCiso, decision(3, true, NOW), NOW));
        refuses(AgreementError.APPROVAL_EXISTS, this::plan);
    }

    @Test
    void returnedApprovalBeginsAnew() {
        plan();
        signing().recordApproval(fixture.bankCiso, decision(1, false, NOW), NOW);
        assertEquals(ApprovalState.RETURNED, newest().state());
        refuses(AgreementError.APPROVAL_WRONG_STATE, () -> signing()
                .recordApproval(fixture.bankCiso, decision(2, true, NOW), NOW));
        plan();
        assertEquals(2, newest().attempt());
        assertEquals(ApprovalState.OPEN, newest().state());
    }

    @Test
    void onlyOneApprovalOfAPartyIsOpen() {
        plan();
        refuses(AgreementError.APPROVAL_EXISTS, this::plan);
        signing().planApproval(fixture.providerSignatory, List.of("Counsel"), NOW);
    }

    @Test
    void lastLevelGivesTheDecisionsNumber() {
        signing().planApproval(fixture.bankSignatory, List.of("Director"), NOW);
        LevelDecision without = new LevelDecision(1, "Sato Keiko", true, Days.of(NOW), "", Optional.of(" "));
        refuses(AgreementError.DECISION_NUMBER_NEEDED, () -> signing()
                .recordApproval(fixture.bankSignatory, without, NOW));
        assertEquals(ApprovalState.OPEN, newest().state());
    }

    @Test
    void returnedDecisionSaysWhy() {
        refuses(
                SharedError.REQUIRED,
                () -> new LevelDecision(1, "Sato Keiko", false, Days.of(NOW), "", Optional.empty()));
        refuses(SharedError.REQUIRED, () -> new LevelDecision(1, "", true, Days.of(NOW), "", Optional.empty()));
    }

    @Test
    void nothingIsDecidedInTheFuture() {
        plan();
        refuses(AgreementError.DAY_IN_FUTURE, () -> signing()
                .recordApproval(fixture.bankCiso, decision(1, true, NOW.plus(Duration.ofDays(1))), NOW));
    }

    @Test
    void levelsAreAtLeastOneAndNotTooMany() {
        for (List<String> titles :
                List.of(List.<String>of(), Collections.nCopies(InternalApproval.MOST_LEVELS + 1, "Director"))) {
            refuses(AgreementError.APPROVAL_LEVELS, () -> signing().planApproval(fixture.bankSignatory, titles, NOW));
        }
    }

    @Test
    void onlyThePartyItselfRecordsItsApproval() {
        plan();
        for (Actor actor : List.of(fixture.rivalSignatory, fixture.bankAnalyst, fixture.authorityReviewer)) {
            refuses(AgreementError.PARTY_ONLY, () -> signing().recordApproval(actor, decision(1, true, NOW), NOW));
        }
        refuses(AgreementError.APPROVAL_NEEDED, () -> signing()
                .recordApproval(fixture.coordinator, decision(1, true, NOW), NOW));
    }

    @Test
    void namesAreNotInTheOpenOfAnEvent() {
        plan();
        DomainEvent event = signing().recordApproval(fixture.bankCiso, decision(1, true, NOW), NOW);
        assertEquals("Sato Keiko", event.personal().get("name"));
        assertEquals("approved", event.details().get("decision"));
    }
}
