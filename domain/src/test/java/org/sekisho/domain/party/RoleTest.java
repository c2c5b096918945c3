package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, SECRETARIAT",
        "CHAIR, SECRETARIAT INSTITUTION MODEL_PROVIDER IT_VENDOR AUTHORITY AUDIT_FIRM MINISTRY",
        "SIGNATORY, SECRETARIAT INSTITUTION MODEL_PROVIDER IT_VENDOR AUTHORITY",
        "ANALYST, INSTITUTION AUTHORITY",
        "SECURITY_REVIEWER, INSTITUTION",
        "CISO, INSTITUTION",
        "VENDOR_ENGINEER, IT_VENDOR",
        "AUTHORITY_REVIEWER, AUTHORITY",
        "DUTY_OFFICER, AUTHORITY INSTITUTION",
        "AUDITOR, AUDIT_FIRM",
        "ORGANISATION_ADMINISTRATOR, SECRETARIAT INSTITUTION MODEL_PROVIDER IT_VENDOR AUTHORITY AUDIT_FIRM MINISTRY",
        "ADMINISTRATOR, SECRETARIAT",
        "OBSERVER, MINISTRY"
    })
    void aRoleExistsAtItsKindsOfOrganisationOnly(Role role, String kinds) {
        Set<OrganisationKind> expected = Arrays.stream(kinds.split(" "))
                .map(OrganisationKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganisationKind.class)));
        Set<OrganisationKind> found = Arrays.stream(OrganisationKind.values())
                .filter(role::existsAt)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganisationKind.class)));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ADMINISTRATOR",
                "ORGANISATION_ADMINISTRATOR",
                "COORDINATOR",
                "SIGNATORY",
                "SECURITY_REVIEWER",
                "AUTHORITY_REVIEWER",
                "CISO"
            })
    void whoDecidesOrProvisionsNeedsASecondFactor(Role role) {
        assertTrue(role.needsSecondFactor());
    }

    @Test
    void noOtherRoleNeedsOne() {
        assertEquals(
                7, Arrays.stream(Role.values()).filter(Role::needsSecondFactor).count());
    }
}
