package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.Role;

class SecondFactorTest {

    @ParameterizedTest
    @EnumSource
    void itIsCompulsoryForItsRolesOutsideTheDemoRegime(Role role) {
        SecondFactor expected = role.needsSecondFactor() ? SecondFactor.TO_ENROL : SecondFactor.NOT_NEEDED;
        assertEquals(expected, SecondFactor.of(List.of(role), false, false, false));
        assertEquals(SecondFactor.NOT_NEEDED, SecondFactor.of(List.of(role), true, false, false));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasOneGivesItInAnyRegime(Role role) {
        for (boolean demo : new boolean[] {false, true}) {
            assertEquals(SecondFactor.TO_GIVE, SecondFactor.of(List.of(role), demo, true, false));
            assertEquals(SecondFactor.GIVEN, SecondFactor.of(List.of(role), demo, true, true));
        }
    }

    @Test
    void oneRoleThatNeedsItIsEnough() {
        assertEquals(SecondFactor.TO_ENROL, SecondFactor.of(List.of(Role.ANALYST, Role.CISO), false, false, false));
        assertEquals(SecondFactor.NOT_NEEDED, SecondFactor.of(List.of(), false, false, false));
    }

    @Test
    void whatIsOwedShutsTheRest() {
        assertEquals(
                List.of(SecondFactor.NOT_NEEDED, SecondFactor.GIVEN),
                List.of(SecondFactor.values()).stream()
                        .filter(SecondFactor::isSettled)
                        .toList());
    }
}
