package org.sekisho.domain.agreement.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sekisho.domain.agreement.waiting.Places.ANN;
import static org.sekisho.domain.agreement.waiting.Places.BANK;
import static org.sekisho.domain.agreement.waiting.Places.NOW;
import static org.sekisho.domain.agreement.waiting.Places.PROVIDER;
import static org.sekisho.domain.agreement.waiting.Places.SECRETARIAT;
import static org.sekisho.domain.agreement.waiting.Places.UNIT;
import static org.sekisho.domain.agreement.waiting.Places.asked;
import static org.sekisho.domain.agreement.waiting.Places.who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.waiting.PartyInForce.Suspended;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class PartyInForceTest {

    private static final LocalDate FAR = LocalDate.of(2027, 11, 30);
    private static final LocalDate SOON = Days.of(NOW).plusDays(59);

    @Test
    void aSuspensionWaitsForBothSidesAndNotForTheProvider() {
        assertEquals(List.of("RESUME of CISO,SIGNATORY"), suspended(BANK, Optional.empty(), Optional.empty()));
        assertEquals(List.of("RESUME of COORDINATOR"), suspended(SECRETARIAT, Optional.empty(), Optional.empty()));
        assertEquals(List.of(), suspended(PROVIDER, Optional.empty(), Optional.empty()));
        assertEquals(List.of(), suspended(UNIT, Optional.empty(), Optional.empty()));
    }

    @Test
    void onceOneSideAgreedItWaitsForTheOther() {
        assertEquals(List.of(), suspended(BANK, Optional.empty(), Optional.of(ANN)));
        assertEquals(
                List.of("RESUME_SECOND of COORDINATOR"), suspended(SECRETARIAT, Optional.empty(), Optional.of(ANN)));
        assertEquals(
                List.of("RESUME_SECOND of AUTHORITY_REVIEWER,SIGNATORY"),
                suspended(UNIT, Optional.empty(), Optional.of(ANN)));
        assertEquals(List.of("RESUME_SECOND of CISO,SIGNATORY"), suspended(BANK, Optional.of(ANN), Optional.empty()));
    }

    @Test
    void whoeverAgreedForOneSideIsntAskedForTheOther() {
        WaitingTask second = new PartyInForce(
                        BANK, FAR, false, Optional.of(new Suspended(Optional.of(ANN), Optional.empty())))
                .tasks(NOW)
                .get(0);
        assertFalse(second.audience().includes(who(ANN, BANK, Role.CISO)));
    }

    @Test
    void beforeTheTermEndsThePartiesAreToldUnlessSomethingFollows() {
        PartyInForce office = new PartyInForce(SECRETARIAT, SOON, false, Optional.empty());
        assertEquals(List.of("PREPARE_NEXT of COORDINATOR"), asked(office.tasks(NOW), SECRETARIAT));
        assertEquals(Optional.of(Days.endOf(SOON)), office.tasks(NOW).get(0).due());
        assertEquals(
                List.of("TERM_ENDS of CISO,COORDINATOR,SIGNATORY"),
                asked(new PartyInForce(BANK, SOON, false, Optional.empty()).tasks(NOW), BANK));
        assertEquals(List.of(), new PartyInForce(BANK, SOON, true, Optional.empty()).tasks(NOW));
        assertEquals(List.of(), new PartyInForce(BANK, SOON.plusDays(1), false, Optional.empty()).tasks(NOW));
        assertEquals(List.of(), new PartyInForce(UNIT, SOON, false, Optional.empty()).tasks(NOW));
    }

    private static List<String> suspended(Place place, Optional<UUID> oversight, Optional<UUID> concerned) {
        Suspended suspended = new Suspended(oversight, concerned);
        return asked(new PartyInForce(place, FAR, false, Optional.of(suspended)).tasks(NOW), place);
    }
}
