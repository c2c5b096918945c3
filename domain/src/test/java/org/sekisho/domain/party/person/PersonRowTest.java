package org.sekisho.domain.party.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.PeopleDirectory.PersonRow;
import org.sekisho.domain.shared.Ids;

class PersonRowTest {

    @Test
    void anActiveAccountUnusedForHalfAYearIsIdle() {
        Instant before = NOW.minus(Duration.ofDays(180)).minusSeconds(1);
        assertTrue(row(PersonState.ACTIVE, Optional.of(before), Set.of(), false).isIdle(NOW));
        assertFalse(row(PersonState.ACTIVE, Optional.of(before.plusSeconds(1)), Set.of(), false)
                .isIdle(NOW));
        assertFalse(
                row(PersonState.LOCKED, Optional.of(before), Set.of(), false).isIdle(NOW));
        assertFalse(row(PersonState.ACTIVE, Optional.empty(), Set.of(), false).isIdle(NOW));
    }

    @ParameterizedTest
    @EnumSource
    void aSecondFactorIsLackingWhereTheRoleNeedsOne(Role role) {
        assertEquals(
                role.needsSecondFactor(),
                row(PersonState.ACTIVE, Optional.empty(), Set.of(role), false).lacksSecondFactor());
        assertFalse(
                row(PersonState.ACTIVE, Optional.empty(), Set.of(role), true).lacksSecondFactor());
    }

    private static PersonRow row(PersonState state, Optional<Instant> last, Set<Role> roles, boolean secondFactor) {
        Name name = Name.of("Sato", "佐藤");
        return new PersonRow(
                Ids.next(), "a@aoba.example", name, Ids.next(), "aoba", name, roles, secondFactor, last, state);
    }
}
