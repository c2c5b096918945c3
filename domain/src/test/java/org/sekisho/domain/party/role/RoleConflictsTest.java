package org.sekisho.domain.party.role;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.RoleConflicts.Pair;
import org.sekisho.domain.party.role.RoleConflicts.Reason;
import org.sekisho.domain.party.role.RoleConflicts.Scope;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

class RoleConflictsTest {

    private final UUID here = Ids.next();
    private final UUID elsewhere = Ids.next();

    @ParameterizedTest
    @CsvSource({
        "ANALYST, AUTHORITY_REVIEWER, BOTH_SIDES_OF_A_REVIEW",
        "SECURITY_REVIEWER, AUTHORITY_REVIEWER, BOTH_SIDES_OF_A_REVIEW",
        "CISO, AUTHORITY_REVIEWER, BOTH_SIDES_OF_A_REVIEW",
        "VENDOR_ENGINEER, AUTHORITY_REVIEWER, BOTH_SIDES_OF_A_REVIEW",
        "VENDOR_ENGINEER, SECURITY_REVIEWER, VENDOR_AND_INSTITUTION",
        "VENDOR_ENGINEER, ANALYST, VENDOR_AND_INSTITUTION",
        "ADMINISTRATOR, ANALYST, ADMINISTERS_CONTENT",
        "ADMINISTRATOR, SECURITY_REVIEWER, ADMINISTERS_CONTENT",
        "ADMINISTRATOR, CISO, ADMINISTERS_CONTENT",
        "ADMINISTRATOR, DUTY_OFFICER, ADMINISTERS_CONTENT",
        "ADMINISTRATOR, COORDINATOR, PROVISIONS_WHO_DECIDES",
        "ADMINISTRATOR, SIGNATORY, PROVISIONS_WHO_DECIDES",
        "ORGANISATION_ADMINISTRATOR, SIGNATORY, PROVISIONS_WHO_DECIDES",
        "ORGANISATION_ADMINISTRATOR, CISO, PROVISIONS_WHO_DECIDES",
        "ORGANISATION_ADMINISTRATOR, SECURITY_REVIEWER, PROVISIONS_WHO_DECIDES",
        "ORGANISATION_ADMINISTRATOR, COORDINATOR, PROVISIONS_WHO_DECIDES",
        "COORDINATOR, SIGNATORY, NEUTRAL_SECRETARIAT",
        "COORDINATOR, ANALYST, NEUTRAL_SECRETARIAT"
    })
    void rolesThatExcludeEachOtherDoSoAnywhere(Role one, Role other, Reason reason) {
        for (UUID organisation : List.of(here, elsewhere)) {
            for (boolean former : new boolean[] {false, true}) {
                assertEquals(Optional.of(reason), between(one, other, organisation, former));
                assertEquals(Optional.of(reason), between(other, one, organisation, former));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUDITOR", "ORGANISATION_ADMINISTRATOR"})
    void anAuditorDoesNothingElse(Role role) {
        assertEquals(Optional.of(Reason.AUDITS_ITSELF), between(Role.AUDITOR, role, here, false));
        assertEquals(Optional.of(Reason.AUDITS_ITSELF), between(Role.AUDITOR, role, elsewhere, true));
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR, ORGANISATION_ADMINISTRATOR, AUDITS_ITSELF",
        "ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, PROVISIONS_WHO_DECIDES",
        "SIGNATORY, SIGNATORY, TWO_PARTIES",
        "SECURITY_REVIEWER, SECURITY_REVIEWER, TWO_PARTIES",
        "CISO, SIGNATORY, TWO_PARTIES",
        "DUTY_OFFICER, DUTY_OFFICER, TWO_PARTIES",
        "DUTY_OFFICER, AUTHORITY_REVIEWER, TWO_PARTIES",
        "SIGNATORY, AUTHORITY_REVIEWER, TWO_PARTIES",
        "ORGANISATION_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, TWO_PARTIES"
    })
    void onePersonStandsForOneOrganisationAtATime(Role one, Role other, Reason reason) {
        assertEquals(Optional.of(reason), between(one, other, elsewhere, false));
        assertEquals(Optional.empty(), between(one, other, here, false), "at one organisation");
        assertEquals(Optional.empty(), between(one, other, elsewhere, true), "after leaving");
    }

    @ParameterizedTest
    @CsvSource({
        "CISO, CHAIR",
        "SIGNATORY, CHAIR",
        "COORDINATOR, CHAIR",
        "OBSERVER, CHAIR",
        "OBSERVER, ORGANISATION_ADMINISTRATOR"
    })
    void theChairAndTheObserverMayBeAnyonesPeople(Role one, Role other) {
        assertEquals(Optional.empty(), between(one, other, here, false));
        assertEquals(Optional.empty(), between(one, other, elsewhere, false));
    }

    @ParameterizedTest
    @CsvSource({"ANALYST, SECURITY_REVIEWER", "CISO, SECURITY_REVIEWER", "CISO, SIGNATORY", "DUTY_OFFICER, ANALYST"})
    void whatOneReportDecidesIsNotDecidedHere(Role one, Role other) {
        assertEquals(Optional.empty(), between(one, other, here, false));
    }

    @Test
    void noPairStandsInTheTableTwice() {
        Set<Set<Role>> seen = new HashSet<>();
        for (Pair pair : RoleConflicts.table()) {
            assertTrue(seen.add(new HashSet<>(Arrays.asList(pair.one(), pair.other()))), pair.toString());
        }
    }

    @Test
    void noRoleExcludesItselfAtItsOwnOrganisation() {
        for (Pair pair : RoleConflicts.table()) {
            assertTrue(pair.one() != pair.other() || pair.scope() == Scope.AT_TWO_ORGANISATIONS, pair.toString());
        }
    }

    @Test
    void theRefusalSaysWhatExcludesWhatAndWhy() {
        Refusal refusal = assertRefused(
                PartyError.ROLE_CONFLICT,
                () -> RoleConflicts.requireNone(
                        Role.AUTHORITY_REVIEWER,
                        here,
                        List.of(new HeldRole(Role.CHAIR, here, false), new HeldRole(Role.ANALYST, elsewhere, true)),
                        Set.of(OrganisationKind.AUTHORITY)));
        assertEquals("AUTHORITY_REVIEWER", refusal.parameters().get("role"));
        assertEquals("ANALYST", refusal.parameters().get("other"));
        assertEquals("BOTH_SIDES_OF_A_REVIEW", refusal.parameters().get("reason"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyPeopleOfTheAuthoritiesReviewForThem(OrganisationKind kind) {
        boolean barred = EnumSet.of(
                        OrganisationKind.INSTITUTION, OrganisationKind.IT_VENDOR, OrganisationKind.MODEL_PROVIDER)
                .contains(kind);
        Set<OrganisationKind> counting = EnumSet.of(OrganisationKind.AUTHORITY, kind);
        if (barred) {
            assertRefused(
                    PartyError.ROLE_AFFILIATION_CONFLICT,
                    () -> RoleConflicts.requireNone(Role.AUTHORITY_REVIEWER, here, List.of(), counting));
        } else {
            assertDoesNotThrow(() -> RoleConflicts.requireNone(Role.AUTHORITY_REVIEWER, here, List.of(), counting));
        }
        assertDoesNotThrow(() -> RoleConflicts.requireNone(Role.DUTY_OFFICER, here, List.of(), counting));
    }

    private Optional<Reason> between(Role role, Role held, UUID heldAt, boolean former) {
        return RoleConflicts.between(role, here, new HeldRole(held, heldAt, former))
                .map(Pair::reason);
    }
}
