package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.access.ChecklistFacts.Member;
import org.sekisho.domain.agreement.access.ChecklistItem.State;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class ConditionChecklistTest {

    private final Scenario scenario = new Scenario();
    private final List<Member> team = new ArrayList<>();
    private boolean teamKnown = true;

    @Test
    void everyConditionHoldsForASoundAgreement() {
        members(18, Scenario.TRAINED_UNTIL);
        ConditionChecklist checklist = checklist();
        assertEquals(Condition.values().length, checklist.items().size());
        assertEquals(12, checklist.holding());
        assertEquals(0, checklist.lapsed() + checklist.lapsingSoon());
        assertFalse(checklist.isStopped());
        assertEquals(Optional.of(Days.endOf(Scenario.ACTION_DUE)), checklist.stopsAt());
        assertEquals(List.of(), checklist.warnings());
    }

    @Test
    void teamIsCountedWithItsNextExpiry() {
        members(16, Scenario.TRAINED_UNTIL.plusDays(5));
        members(2, Scenario.TRAINED_UNTIL);
        ChecklistItem item = item(Condition.TRAINING_CURRENT);
        assertEquals(State.HOLDS, item.state());
        assertFalse(item.stopsEveryone());
        assertEquals(
                Map.of("trained", 18L, "count", 18L, "day", Scenario.TRAINED_UNTIL, "people", 2L),
                item.found().get(0).parameters());
        assertEquals(Optional.of(Days.endOf(Scenario.TRAINED_UNTIL)), item.lapsesAt());
    }

    @Test
    void onePersonWithoutTrainingStopsOnlyThatPerson() {
        members(17, Scenario.TRAINED_UNTIL);
        members(1, Scenario.TODAY.minusDays(1));
        ChecklistItem item = item(Condition.TRAINING_CURRENT);
        assertEquals(State.LAPSED, item.state());
        assertFalse(item.stopsEveryone());
        assertEquals(17L, item.found().get(0).parameters().get("trained"));
        assertEquals(RemedyCode.RECORD_TRAINING, item.remedies().get(0).wording());
        assertFalse(checklist().isStopped());
    }

    @Test
    void playbookAboutToLapseIsShownWithTheInstantAtWhichUseStops() {
        members(3, Scenario.TRAINED_UNTIL);
        scenario.playbooks = Optional.of(new PlaybookFacts(List.of(
                new ApprovedPlaybook("settlement", Scenario.REVIEWED, Optional.of(LocalDate.of(2025, 11, 26))))));
        ConditionChecklist checklist = checklist();
        ChecklistItem item = item(Condition.PLAYBOOKS_EXERCISED);
        assertEquals(State.LAPSES_SOON, item.state());
        assertEquals(
                List.of(FoundCode.PLAYBOOK_EXERCISED, FoundCode.STOPS_AT),
                item.found().stream().map(Phrase::wording).toList());
        assertEquals(
                Instant.parse("2026-11-25T15:00:00Z"),
                item.found().get(1).parameters().get("at"));
        assertEquals(12, checklist.holding());
        assertEquals(1, checklist.lapsingSoon());
        assertEquals(List.of(item), checklist.warnings());
    }

    @Test
    void oneLapsedEnvironmentOfTwoDoesNotStopTheOther() {
        members(1, Scenario.TRAINED_UNTIL);
        scenario.attestations = Optional.of(List.of(
                Scenario.attestation("lab", Scenario.TODAY.minusDays(1)),
                Scenario.attestation("enclave", Scenario.ATTESTED_UNTIL)));
        ChecklistItem item = item(Condition.ENVIRONMENT_APPROVED);
        assertEquals(State.LAPSED, item.state());
        assertFalse(item.stopsEveryone());
        assertEquals(
                List.of(FoundCode.ATTESTATION_OVER, FoundCode.ENVIRONMENT_APPROVED),
                item.found().stream().map(Phrase::wording).toList());
        assertEquals(1, item.remedies().size());
    }

    @ParameterizedTest
    @EnumSource(value = Condition.class)
    void lapseOfOneConditionIsShownAndOnlyThere(Condition condition) {
        LocalDate trained =
                condition == Condition.TRAINING_CURRENT ? Scenario.TODAY.minusDays(1) : Scenario.TRAINED_UNTIL;
        if (condition != Condition.GRANT_CURRENT) {
            members(2, trained);
        }
        Lapse.of(condition, scenario);
        Set<Condition> expected =
                switch (condition) {
                        // These depend on who asks and about which system; for the agreement as a whole they still
                        // hold.
                    case ROLE_ALLOWS_ACTION, SYSTEM_IN_SCOPE -> EnumSet.noneOf(Condition.class);
                    case GRANT_CURRENT -> EnumSet.of(Condition.GRANT_CURRENT, Condition.TRAINING_CURRENT);
                    default -> EnumSet.of(condition);
                };
        assertEquals(expected, lapsed());
        assertEquals(!expected.isEmpty(), checklist().isStopped());
    }

    @Test
    void frozenMemberIsCountedWithoutStoppingTheOthers() {
        members(3, Scenario.TRAINED_UNTIL);
        scenario.freezes(FreezeScope.person(team.get(0).person().id()));
        ChecklistItem item = item(Condition.NOT_FROZEN);
        assertEquals(State.LAPSED, item.state());
        assertFalse(item.stopsEveryone());
        assertEquals(1L, item.found().get(0).parameters().get("frozen"));
    }

    @Test
    void unknownIsShownAsLapsed() {
        teamKnown = false;
        scenario.attestations = Optional.empty();
        scenario.freezes = Optional.empty();
        scenario.playbooks = Optional.empty();
        scenario.assurance = Optional.empty();
        scenario.usageKnown = false;
        assertEquals(
                EnumSet.complementOf(EnumSet.of(
                        Condition.IN_FORCE_WITHIN_TERM,
                        Condition.ROLE_ALLOWS_ACTION,
                        Condition.PHASE_ALLOWS_PURPOSE,
                        Condition.SYSTEM_IN_SCOPE)),
                lapsed());
        scenario.agreementKnown = false;
        assertEquals(EnumSet.allOf(Condition.class), lapsed());
    }

    @Test
    void missingClausesAreShownAsLapsed() {
        members(1, Scenario.TRAINED_UNTIL);
        scenario.clauses.clear();
        Set<Condition> expected = EnumSet.allOf(Condition.class);
        expected.remove(Condition.NOT_FROZEN);
        assertEquals(expected, lapsed());
        assertTrue(checklist().isStopped());
    }

    @Test
    void whoMayActIsDecidedForEachOfTheTeam() {
        members(4, Scenario.TRAINED_UNTIL);
        UUID frozen = team.get(1).person().id();
        scenario.freezes =
                Optional.of(List.of(scenario.freeze(new FreezeScope(FreezeKind.PERSON, Optional.of(frozen)))));
        Member gone = team.get(2);
        team.set(
                2,
                new Member(
                        new PersonFacts(gone.person().id(), false, gone.person().roles()),
                        gone.grants(),
                        gone.trainings()));
        Member moved = team.get(3);
        team.set(
                3,
                new Member(
                        new PersonFacts(moved.person().id(), true, Map.of(Scenario.BANK, Set.of(Role.CISO))),
                        moved.grants(),
                        moved.trainings()));
        assertEquals(List.of(team.get(0).person()), facts().permitted(Action.REPORT_READ));
        scenario.agreementKnown = false;
        assertEquals(List.of(), facts().permitted(Action.REPORT_READ));
        scenario.agreementKnown = true;
        teamKnown = false;
        assertEquals(List.of(), facts().permitted(Action.REPORT_READ));
    }

    private Set<Condition> lapsed() {
        return checklist().items().stream()
                .filter(item -> item.state() == State.LAPSED)
                .map(ChecklistItem::condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Condition.class)));
    }

    private ChecklistItem item(Condition condition) {
        return checklist().items().stream()
                .filter(item -> item.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    private ConditionChecklist checklist() {
        return ConditionChecklist.of(facts());
    }

    private ChecklistFacts facts() {
        return new ChecklistFacts(
                scenario.at,
                scenario.agreement(),
                teamKnown ? Optional.of(team) : Optional.empty(),
                scenario.attestations,
                scenario.freezes,
                scenario.outside());
    }

    private void members(int count, LocalDate trainedUntil) {
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(9, team.size() + 1L);
            team.add(new Member(
                    new PersonFacts(id, true, Map.of(Scenario.BANK, Set.of(Role.ANALYST))),
                    List.of(new GrantFact(
                            Scenario.AGREEMENT,
                            id,
                            Scenario.BANK,
                            Role.ANALYST,
                            Scenario.TODAY.minusDays(10),
                            Scenario.GRANT_LAST,
                            GrantState.ACTIVE)),
                    List.of(new TrainingFact(id, "handling", trainedUntil.minusDays(364), trainedUntil))));
        }
    }
}
