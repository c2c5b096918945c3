package org.sekisho.domain.agreement.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.waiting.Places.ANN;
import static org.sekisho.domain.agreement.waiting.Places.BANK;
import static org.sekisho.domain.agreement.waiting.Places.BEN;
import static org.sekisho.domain.agreement.waiting.Places.NOW;
import static org.sekisho.domain.agreement.waiting.Places.OFFICE;
import static org.sekisho.domain.agreement.waiting.Places.SECRETARIAT;
import static org.sekisho.domain.agreement.waiting.Places.asked;
import static org.sekisho.domain.agreement.waiting.Places.who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.waiting.PartyInSigning.Unconfirmed;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class PartyInSigningTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
    private static final Optional<ApprovalState> COMPLETE = Optional.of(ApprovalState.COMPLETE);

    @Test
    void firstTheInternalApprovalThenTheSignature() {
        assertEquals(
                List.of("PLAN_APPROVAL of CISO,COORDINATOR,SIGNATORY"),
                asked(party(Optional.empty(), Set.of(BEN), false).tasks(NOW), BANK));
        assertEquals(
                List.of("RECORD_APPROVAL of CISO,COORDINATOR,SIGNATORY"),
                asked(party(Optional.of(ApprovalState.OPEN), Set.of(BEN), false).tasks(NOW), BANK));
        assertEquals(
                List.of("SIGN of SIGNATORY"),
                asked(party(COMPLETE, Set.of(BEN), true).tasks(NOW), BANK));
    }

    @Test
    void onlySignatoriesWithAuthorityOnFileAreAsked() {
        WaitingTask sign = party(COMPLETE, Set.of(ANN), true).tasks(NOW).get(0);
        assertTrue(sign.audience().includes(who(ANN, BANK, Role.SIGNATORY)));
        assertFalse(sign.audience().includes(who(BEN, BANK, Role.SIGNATORY)));
    }

    @Test
    void withoutAuthorityOnFileItHasToBeRecorded() {
        assertEquals(
                List.of("RECORD_AUTHORITY of CISO,COORDINATOR,ORGANISATION_ADMINISTRATOR,SIGNATORY"),
                asked(party(COMPLETE, Set.of(), false).tasks(NOW), BANK));
        assertEquals(
                List.of("ATTACH_SIGNATURE of CISO,COORDINATOR,SIGNATORY"),
                asked(party(COMPLETE, Set.of(), true).tasks(NOW), BANK));
    }

    @Test
    void itIsDueWhenItIsToGovernAndAfterThatWhileTheTermLasts() {
        PartyInSigning party = party(COMPLETE, Set.of(ANN), true);
        assertEquals(Optional.of(Days.startOf(FIRST)), party.tasks(NOW).get(0).due());
        assertEquals(
                Optional.of(Days.endOf(LAST)),
                party.tasks(Days.startOf(FIRST)).get(0).due());
    }

    @Test
    void aWithdrawnSignatureCanBeGivenAgain() {
        PartyInSigning governed =
                new PartyInSigning(BANK, OFFICE, true, FIRST, LAST, COMPLETE, Optional.empty(), Set.of(BEN), true);
        assertEquals(List.of("SIGN_AGAIN of SIGNATORY"), asked(governed.tasks(NOW), BANK));
        assertEquals(Optional.empty(), governed.tasks(NOW).get(0).due());
    }

    @Test
    void aFileSignedOutsideIsConfirmedByTwoPeople() {
        List<WaitingTask> both = outside(BANK, Optional.empty(), Optional.empty());
        assertEquals(2, both.size());
        assertEquals(
                "CONFIRM_SIGNATURE of COORDINATOR", asked(both, SECRETARIAT).get(0));
        assertEquals("CONFIRM_SIGNATURE of SIGNATORY", asked(both, BANK).get(1));
        assertEquals(
                List.of("CONFIRM_SIGNATURE of SIGNATORY"),
                asked(outside(BANK, Optional.of(ANN), Optional.empty()), BANK));
    }

    @Test
    void theSecretariatsOwnFileNeedsASecondCoordinator() {
        WaitingTask second =
                outside(SECRETARIAT, Optional.of(ANN), Optional.empty()).get(0);
        assertFalse(second.audience().includes(who(ANN, SECRETARIAT, Role.COORDINATOR)));
        assertTrue(second.audience().includes(who(BEN, SECRETARIAT, Role.COORDINATOR)));
    }

    private static PartyInSigning party(Optional<ApprovalState> approval, Set<UUID> holders, boolean held) {
        return new PartyInSigning(BANK, OFFICE, false, FIRST, LAST, approval, Optional.empty(), holders, held);
    }

    private static List<WaitingTask> outside(Place place, Optional<UUID> coordinator, Optional<UUID> party) {
        Unconfirmed file = new Unconfirmed(coordinator, party);
        return new PartyInSigning(place, OFFICE, false, FIRST, LAST, COMPLETE, Optional.of(file), Set.of(), true)
                .tasks(NOW);
    }
}
