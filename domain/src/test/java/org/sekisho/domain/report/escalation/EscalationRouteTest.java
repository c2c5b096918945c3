package org.sekisho.domain.report.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Whom an escalation asks. */
class EscalationRouteTest {

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID OTHER_UNIT = UUID.randomUUID();

    private static final Waiting ON_DUTY = officer(UNIT);
    private static final Waiting OFF_DUTY = officer(UNIT);
    private static final Waiting OF_OTHER_UNIT = officer(OTHER_UNIT);
    private static final Waiting OF_BANK = officer(BANK);
    private static final Waiting OF_BANK_OFF_DUTY = officer(BANK);
    private static final Waiting OF_RIVAL = officer(RIVAL);
    private static final Waiting COORDINATOR = new Waiting(UUID.randomUUID(), UUID.randomUUID(), Set.of("COORDINATOR"));

    private final EscalationRoute route =
            new EscalationRoute(Set.of(UNIT), Map.of(UNIT, Set.of(ON_DUTY.person()), BANK, Set.of(OF_BANK.person())));

    @Test
    void whoIsOnDutyIsAskedAndNobodyElse() {
        assertTrue(reaches(route.authority(Circle.ON_DUTY), ON_DUTY));
        assertFalse(reaches(route.authority(Circle.ON_DUTY), OFF_DUTY));
        assertFalse(reaches(route.authority(Circle.ON_DUTY), OF_OTHER_UNIT));
        assertFalse(reaches(route.authority(Circle.ON_DUTY), COORDINATOR));
    }

    @Test
    void everyDutyOfficerIsAskedWhereNobodyIsOnDuty() {
        EscalationRoute unplanned = new EscalationRoute(Set.of(UNIT, OTHER_UNIT), Map.of(UNIT, Set.of()));
        assertTrue(reaches(unplanned.authority(Circle.ON_DUTY), OFF_DUTY));
        assertTrue(reaches(unplanned.authority(Circle.ON_DUTY), OF_OTHER_UNIT));
        assertTrue(unplanned.institution(BANK).includes(OF_BANK_OFF_DUTY));
    }

    @Test
    void aMissedClockAsksEveryDutyOfficer() {
        for (Circle wider : List.of(Circle.ALL_DUTY_OFFICERS, Circle.COORDINATORS_TOO)) {
            assertTrue(reaches(route.authority(wider), ON_DUTY));
            assertTrue(reaches(route.authority(wider), OFF_DUTY));
            assertFalse(reaches(route.authority(wider), OF_OTHER_UNIT), "a unit that isn't designated");
        }
    }

    @Test
    void theInstitutionsOwnAreThoseOnDuty() {
        assertTrue(route.institution(BANK).includes(OF_BANK));
        assertFalse(route.institution(BANK).includes(OF_BANK_OFF_DUTY));
        assertFalse(route.institution(BANK).includes(OF_RIVAL));
    }

    @Test
    void withoutAnAuthorityCoordinatorsAndTheInstitutionAreTold() {
        EscalationRoute nowhere = new EscalationRoute(Set.of(), Map.of());
        assertTrue(nowhere.leadsNowhere());
        assertEquals(List.of(), nowhere.authority(Circle.ON_DUTY));
        assertTrue(reaches(nowhere.unaddressed(BANK), COORDINATOR));
        assertTrue(reaches(nowhere.unaddressed(BANK), OF_BANK));
        assertFalse(reaches(nowhere.unaddressed(BANK), OF_RIVAL));
        assertFalse(reaches(nowhere.unaddressed(BANK), ON_DUTY));
        assertFalse(route.leadsNowhere());
    }

    private static boolean reaches(List<Audience> audiences, Waiting who) {
        return audiences.stream().anyMatch(each -> each.includes(who));
    }

    private static Waiting officer(UUID organisation) {
        return new Waiting(UUID.randomUUID(), organisation, Set.of(Role.DUTY_OFFICER.name()));
    }
}
