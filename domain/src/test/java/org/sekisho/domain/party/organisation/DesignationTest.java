package org.sekisho.domain.party.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.SharedError;

class DesignationTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 14);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 28);

    private final Organisation unit = organisation("cyber", OrganisationKind.AUTHORITY);
    private final Actor coordinator = actorOf(organisation("sekisho", OrganisationKind.SECRETARIAT), Role.COORDINATOR);

    @Test
    void aDesignationHoldsFromItsFirstDayToItsLast() {
        Designation designation = designation(FIRST, LAST);
        assertFalse(designation.holds(FIRST.minusDays(1)));
        assertTrue(designation.holds(FIRST));
        assertTrue(designation.holds(LAST));
        assertFalse(designation.holds(LAST.plusDays(1)));
    }

    @Test
    void onlyAuthoritiesAreDesignated() {
        assertRefused(
                PartyError.NOT_AN_AUTHORITY,
                () -> new Designation(bank("aoba"), "No. 12", FIRST, LAST, coordinator, NOW));
    }

    @Test
    void itNeedsADocumentAndDays() {
        assertRefused(SharedError.REQUIRED, () -> new Designation(unit, "", FIRST, LAST, coordinator, NOW));
        assertRefused(SharedError.REQUIRED, () -> new Designation(unit, "No. 12", null, LAST, coordinator, NOW));
        assertRefused(SharedError.REQUIRED, () -> new Designation(unit, "No. 12", FIRST, null, coordinator, NOW));
        assertRefused(
                PartyError.DAYS_REVERSED,
                () -> new Designation(unit, "No. 12", FIRST, FIRST.minusDays(1), coordinator, NOW));
    }

    @Test
    void endedBeforeItsTimeItHoldsToTheEndOfTheDay() {
        Designation designation = designation(FIRST, LAST);
        designation.end("withdrawn by the ministry", NOW);
        assertTrue(designation.holds(TODAY));
        assertFalse(designation.holds(TODAY.plusDays(1)));
        assertEquals(LAST, designation.lastDay());
        assertEquals(Optional.of(TODAY), designation.endedOn());
        assertRefused(PartyError.DESIGNATION_ENDED, () -> designation.end("again", NOW));
    }

    @Test
    void endedBeforeItBeganItNeverHolds() {
        Designation designation = designation(TODAY.plusDays(10), LAST);
        designation.end("withdrawn", NOW);
        assertFalse(designation.holds(TODAY.plusDays(10)));
    }

    @Test
    void onePassedCannotBeEnded() {
        Designation designation = designation(FIRST, TODAY.minusDays(1));
        assertRefused(PartyError.DESIGNATION_ENDED, () -> designation.end("reason", NOW));
    }

    private Designation designation(LocalDate first, LocalDate last) {
        return new Designation(unit, "No. 12 of 2026", first, last, coordinator, NOW);
    }
}
