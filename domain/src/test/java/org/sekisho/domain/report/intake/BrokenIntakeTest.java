package org.sekisho.domain.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.intake.WaitingIntakes.BrokenIntake;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Whom an import waits for that broke off. */
class BrokenIntakeTest {

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();

    private final Waiting operator = new Waiting(UUID.randomUUID(), BANK, Set.of("ANALYST"));
    private final Waiting colleague = new Waiting(UUID.randomUUID(), BANK, Set.of("CISO"));
    private final Waiting withoutGrant = new Waiting(UUID.randomUUID(), BANK, Set.of("SECURITY_REVIEWER"));
    private final Waiting signatory = new Waiting(UUID.randomUUID(), BANK, Set.of("SIGNATORY"));
    private final Waiting stranger = new Waiting(UUID.randomUUID(), RIVAL, Set.of("ANALYST"));

    @Test
    void itWaitsForWhoeverImportedIt() {
        assertEquals(Set.of(operator), waits(operator, colleague));
    }

    @Test
    void itWaitsForThoseWhoCanWhereItsOperatorCannotAnyMore() {
        assertEquals(Set.of(colleague), waits(colleague, stranger));
    }

    @Test
    void whoeverActsForAnotherOrganisationByNowCannotGoOnWithIt() {
        Waiting moved = new Waiting(operator.person(), RIVAL, operator.roles());
        assertEquals(Set.of(colleague), waits(moved, colleague));
        Waiting signing = new Waiting(operator.person(), BANK, signatory.roles());
        assertEquals(Set.of(colleague), waits(signing, colleague));
    }

    @Test
    void itWaitsForThoseWhoseWorkItIsWhereNobodyIsGrantedAccess() {
        assertEquals(Set.of(operator, colleague, withoutGrant), waits());
    }

    @Test
    void everyAttemptThatBreaksOffIsAnotherThing() {
        BrokenIntake first = broken();
        BrokenIntake second = new BrokenIntake(
                first.id(),
                2,
                first.organisation(),
                first.operator(),
                first.agreement(),
                first.agreementNumber(),
                first.format());
        assertEquals(first.attemptId(), first.attemptId());
        assertNotEquals(first.attemptId(), second.attemptId());
        assertNotEquals(first.attemptId(), broken().attemptId());
    }

    @Test
    void thoseWhoAreToldMayImport() {
        assertEquals(WaitingIntakes.IMPORTERS, Permissions.table().get("report-import:run"));
    }

    private BrokenIntake broken() {
        return new BrokenIntake(
                UUID.randomUUID(), 1, BANK, operator.person(), UUID.randomUUID(), "AGR-2026-0001", SourceFormat.SARIF);
    }

    /** For whom of all it waits where these may import. */
    private Set<Waiting> waits(Waiting... permitted) {
        Audience audience = broken().audience(
                        Stream.of(permitted).map(BrokenIntakeTest::facts).toList());
        return Stream.of(operator, colleague, withoutGrant, signatory, stranger)
                .filter(audience::includes)
                .collect(Collectors.toSet());
    }

    private static PersonFacts facts(Waiting who) {
        Set<Role> roles = who.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new PersonFacts(who.person(), true, Map.of(who.organisation(), roles));
    }
}
