package org.sekisho.domain.report.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.UNIT;
import static org.sekisho.domain.report.Findings.refuses;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportError;

/** Who is put on a roster by whom, and for how long. */
class DutyShiftTest {

    private static final Actor OFFICER = of(BANK, OrganisationKind.INSTITUTION, Role.DUTY_OFFICER);
    private static final Actor ADMINISTRATOR = of(BANK, OrganisationKind.INSTITUTION, Role.ORGANISATION_ADMINISTRATOR);
    private static final Actor OTHERS_OFFICER = of(UNIT, OrganisationKind.AUTHORITY, Role.DUTY_OFFICER);
    private static final Instant LATER = FRIDAY.plus(Duration.ofHours(12));

    private static Actor of(UUID organisation, OrganisationKind kind, Role role) {
        return Actor.person(UUID.randomUUID(), organisation, kind, Set.of(organisation), Set.of(role));
    }

    @Test
    void aShiftIsOnFromItsBeginningUntilItsEnd() {
        DutyShift shift = new DutyShift(ADMINISTRATOR, OFFICER, FRIDAY, LATER, FRIDAY);
        assertTrue(shift.covers(FRIDAY) && shift.covers(LATER.minusSeconds(1)));
        assertFalse(shift.covers(FRIDAY.minusSeconds(1)) || shift.covers(LATER));
    }

    @Test
    void onlyOnesOwnDutyOfficersArePutOnTheRosterByOnesOwn() {
        refuses(ReportError.NO_DUTY_OFFICER, () -> new DutyShift(ADMINISTRATOR, ANALYST, FRIDAY, LATER, FRIDAY));
        refuses(ReportError.NO_DUTY_OFFICER, () -> new DutyShift(ADMINISTRATOR, OTHERS_OFFICER, FRIDAY, LATER, FRIDAY));
        refuses(ReportError.ROSTER_OWN_ONLY, () -> new DutyShift(ANALYST, OFFICER, FRIDAY, LATER, FRIDAY));
        DutyShift shift = new DutyShift(OFFICER, OFFICER, FRIDAY, LATER, FRIDAY);
        refuses(ReportError.ROSTER_OWN_ONLY, () -> shift.cancel(OTHERS_OFFICER));
    }

    @Test
    void aShiftEndsAfterItBeginsAheadAndWithinAMonth() {
        refuses(ReportError.SHIFT_TIMES, () -> new DutyShift(OFFICER, OFFICER, LATER, FRIDAY, FRIDAY));
        refuses(ReportError.SHIFT_TIMES, () -> new DutyShift(OFFICER, OFFICER, FRIDAY, LATER, LATER));
        Instant tooLate = FRIDAY.plus(DutyShift.LONGEST).plusSeconds(1);
        refuses(ReportError.SHIFT_TIMES, () -> new DutyShift(OFFICER, OFFICER, FRIDAY, tooLate, FRIDAY));
    }
}
