package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    @Test
    void theMatrixIsTheOneThatWasReviewed() throws IOException {
        try (InputStream reviewed = PermissionsTest.class.getResourceAsStream("permissions.txt")) {
            String expected = new String(Objects.requireNonNull(reviewed).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    expected, matrix(), "Who may do what has changed: read the difference, then keep the new matrix");
        }
    }

    @Test
    void everyPermissionIsAWordAndAnAct() {
        Permissions.table().forEach((permission, roles) -> {
            assertTrue(permission.matches("[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*"), permission);
            assertFalse(roles.isEmpty(), permission);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyoneSignedInHasAHomeAndAnAccount(Role role) {
        SortedSet<String> held = Permissions.of(Set.of(role));
        assertTrue(held.containsAll(Set.of("home:read", "account:*", "organisation:list", "access:decide")));
        assertTrue(held.size() > Permissions.ofEveryone().size(), role + " opens nothing");
    }

    @Test
    void whoHoldsNoRoleSeesNobody() {
        assertEquals(new TreeSet<>(Permissions.ofEveryone()), Permissions.of(Set.of()));
        assertFalse(Permissions.of(Set.of()).contains("person:list"));
    }

    @Test
    void twoRolesGiveWhatEachGives() {
        Set<String> both = new HashSet<>(Permissions.of(Set.of(Role.CISO)));
        both.addAll(Permissions.of(Set.of(Role.CHAIR)));
        assertEquals(both, new HashSet<>(Permissions.of(EnumSet.of(Role.CISO, Role.CHAIR))));
    }

    @Test
    void administratorsTouchNoAgreementAndNoEvidence() {
        Set<String> held = Permissions.of(Set.of(Role.ADMINISTRATOR));
        assertEquals(
                Set.of(
                        "access:decide",
                        "account:*",
                        "clock:move",
                        "exploitation:load",
                        "mail:list",
                        "mail:try-anew",
                        "home:read",
                        "trail:read"),
                held.stream()
                        .filter(each -> !each.matches("(person|role|session|organisation):.*"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void auditorsChangeNothingOfTheAudited() {
        Set<String> held = new HashSet<>(Permissions.of(Set.of(Role.AUDITOR)));
        held.removeAll(Permissions.ofEveryone());
        assertEquals(
                Set.of(
                        "agreement:read",
                        "audit:begin",
                        "audit:close",
                        "audit:declare",
                        "audit:read",
                        "audit:report",
                        "audit:request",
                        "control:read",
                        "finding:raise",
                        "finding:read",
                        "finding:follow-up",
                        "evidence:read",
                        "freeze:read",
                        "pack:build",
                        "pack:download",
                        "playbook:read",
                        "table:read",
                        "trail:read"),
                held);
    }

    @Test
    void observersSeeFiguresOnly() {
        Set<String> held = new HashSet<>(Permissions.of(Set.of(Role.OBSERVER)));
        held.removeAll(Permissions.ofEveryone());
        assertEquals(Set.of("dashboard:read"), held);
    }

    @Test
    void onlyAdministratorsSeePeople() {
        Permissions.table().forEach((permission, roles) -> {
            if (permission.startsWith("person:") || permission.startsWith("session:")) {
                assertTrue(EnumSet.of(Role.ADMINISTRATOR, Role.ORGANISATION_ADMINISTRATOR)
                        .containsAll(roles));
            }
        });
    }

    @Test
    void nobodySignsWhatTheyOpenForSigning() {
        assertEquals(Set.of(Role.SIGNATORY), Permissions.table().get("agreement:sign"));
        assertEquals(Set.of(Role.COORDINATOR), Permissions.table().get("agreement:open-signing"));
    }

    @Test
    void aSessionThatOwesASecondFactorReachesItsOwnAccountOnly() {
        assertEquals(Set.of("account:*"), Permissions.withoutSecondFactor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement:sign", "home:read", "account:change-password", "organisation:list"})
    void aUseCaseNamesAPermissionThatExists(String permission) {
        assertTrue(Permissions.exists(permission));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement:signs", "home:write", "agreement", "agreement:*", "", "*"})
    void whatIsNotInTheTableDoesNotExist(String permission) {
        assertFalse(Permissions.exists(permission));
    }

    @Test
    void theTableCannotBeChanged() {
        assertThrows(
                UnsupportedOperationException.class, () -> Permissions.table().clear());
        assertThrows(UnsupportedOperationException.class, () -> Permissions.of(Set.of())
                .add("agreement:sign"));
        for (Set<Role> holders : Permissions.table().values()) {
            assertThrows(UnsupportedOperationException.class, () -> holders.add(Role.OBSERVER));
        }
    }

    private static String matrix() {
        StringBuilder text = new StringBuilder();
        Permissions.table().forEach((permission, roles) -> text.append(permission)
                .append(": ")
                .append(roles.stream().map(Role::name).collect(Collectors.joining(" ")))
                .append('\n'));
        return text.toString();
    }
}
