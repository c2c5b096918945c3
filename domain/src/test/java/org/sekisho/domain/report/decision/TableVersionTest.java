package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.agreement.clause.NamedTables.Answers;
import org.sekisho.domain.agreement.clause.NamedTables.Fitness;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;

class TableVersionTest {

    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final Actor AUTHOR = coordinator();
    private static final Actor SECOND = coordinator();

    private final TableVersion draft =
            new TableVersion(AUTHOR, DeliveredTables.risk().as("own", 3), TableUse.RISK, "Own", NOW);

    @Test
    void somebodyElseAdoptsWhatTheAuthorDrafted() {
        refused(DecisionError.OWN_DRAFT, () -> draft.adopt(AUTHOR, NOW));
        draft.adopt(SECOND, NOW);
        assertEquals(TableState.ADOPTED, draft.state());
        refused(DecisionError.WRONG_STATE, () -> draft.adopt(SECOND, NOW));
    }

    @Test
    void whoeverChangedADraftLastIsItsAuthor() {
        String before = draft.sha256();
        draft.answer(SECOND, answering(0, "CRITICAL"), NOW);
        assertEquals("CRITICAL", draft.table().rows().get(0).outcome());
        assertNotEquals(before, draft.sha256());
        refused(DecisionError.OWN_DRAFT, () -> draft.adopt(SECOND, NOW));
    }

    @Test
    void whoeverSavesWhatItSaysAlreadyIsNotItsAuthor() {
        String before = draft.table().rows().get(0).outcome();
        assertEquals(Optional.empty(), draft.answer(SECOND, answering(0, before), NOW.plusSeconds(1)));
        assertEquals(NOW, draft.draftedAt());
        draft.adopt(SECOND, NOW);
    }

    @Test
    void whatIsMissingOfADraftCanBeAddedUntilItIsAdopted() {
        Row last = DeliveredTables.risk().rows().get(323);
        draft.answer(AUTHOR, new TableEdit(Map.of(), Set.of(323), List.of()), NOW);
        refused(DecisionError.INCOMPLETE, () -> draft.adopt(SECOND, NOW));
        TableEdit added = new TableEdit(Map.of(), Set.of(), List.of(last));
        assertTrue(draft.answer(AUTHOR, added, NOW).isPresent());
        draft.adopt(SECOND, NOW);
        refused(
                DecisionError.ADOPTED_ALREADY,
                () -> draft.answer(AUTHOR, new TableEdit(Map.of(), Set.of(0), List.of()), NOW));
    }

    @Test
    void whatWasAdoptedNeverChanges() {
        draft.adopt(SECOND, NOW);
        refused(DecisionError.ADOPTED_ALREADY, () -> draft.answer(AUTHOR, answering(0, "CRITICAL"), NOW));
        draft.retire(AUTHOR, "A newer one governs", NOW);
        assertEquals(TableState.RETIRED, draft.state());
    }

    @Test
    void aVersionGovernsForWhatItIsMadeFromItsAdoptionUntilItIsRetired() {
        assertEquals(Fitness.DRAFTED, fitness("own", 3, Answers.RISK));
        assertEquals(Fitness.UNFIT, fitness("own", 3, Answers.ESCALATION));
        draft.answer(AUTHOR, new TableEdit(Map.of(), Set.of(323), List.of()), NOW);
        assertEquals(Fitness.DRAFTED, fitness("own", 3, Answers.RISK), "what a draft lacks can still be added");
        Row last = DeliveredTables.risk().rows().get(323);
        draft.answer(AUTHOR, new TableEdit(Map.of(), Set.of(), List.of(last)), NOW);
        draft.adopt(SECOND, NOW);
        assertEquals(Fitness.FIT, fitness("own", 3, Answers.RISK));
        assertEquals(Fitness.UNFIT, fitness("own", 3, Answers.ESCALATION));
        draft.retire(AUTHOR, "A newer one governs", NOW);
        assertEquals(Fitness.RETIRED, fitness("own", 3, Answers.RISK));
        assertEquals(Fitness.UNKNOWN, fitness("own", 4, Answers.RISK));
    }

    @Test
    void theDeliveredTablesGovernForWhatTheyAreMade() {
        assertEquals(Fitness.FIT, fitness("risk", 1, Answers.RISK));
        assertEquals(Fitness.FIT, fitness("escalation", 1, Answers.ESCALATION));
        assertEquals(Fitness.UNFIT, fitness("escalation", 1, Answers.RISK));
        assertEquals(Fitness.UNKNOWN, fitness("risk", 2, Answers.RISK));
    }

    /** As it stands where this draft alone is kept. */
    private Fitness fitness(String code, int version, Answers named) {
        return new TableVersions() {
            @Override
            public Optional<TableVersion> version(String asked, int number) {
                return Optional.of(draft).filter(each -> each.code().equals(asked) && each.version() == number);
            }

            @Override
            public Optional<TableVersion> newest(String asked) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void add(TableVersion added) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remove(TableVersion removed) {
                throw new UnsupportedOperationException();
            }
        }.fitness(new TableReference(code, version), named);
    }

    @Test
    void rowsAndOutcomesThatAreNotThereAreRefused() {
        refused(DecisionError.NO_SUCH_ROW, () -> draft.answer(AUTHOR, answering(324, "LOW"), NOW));
        refused(DecisionError.VALUE_UNKNOWN, () -> draft.answer(AUTHOR, answering(0, "GRAVE"), NOW));
    }

    @Test
    void anIncompleteTableGovernsNothing() {
        DecisionTable risk = DeliveredTables.risk();
        DecisionTable incomplete = risk.with(risk.rows().subList(1, risk.rows().size()));
        TableVersion half = new TableVersion(AUTHOR, incomplete, TableUse.RISK, "Half", NOW);
        refused(DecisionError.INCOMPLETE, () -> half.adopt(SECOND, NOW));
        DecisionTable other = new DecisionTable(
                "x",
                1,
                List.of(Point.of("WEATHER", List.of("FINE"))),
                Point.of("TIER", List.of("LOW")),
                List.of(new Row(List.of("FINE"), "LOW")));
        TableVersion unfit = new TableVersion(AUTHOR, other, TableUse.RISK, "Weather", NOW);
        refused(DecisionError.NOT_FOR_REPORTS, () -> unfit.adopt(SECOND, NOW));
    }

    private static TableEdit answering(int row, String outcome) {
        return TableEdit.ofOutcomes(Map.of(row, outcome));
    }

    private static void refused(DecisionError code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }

    private static Actor coordinator() {
        UUID secretariat = UUID.randomUUID();
        return Actor.person(
                UUID.randomUUID(),
                secretariat,
                OrganisationKind.SECRETARIAT,
                Set.of(secretariat),
                Set.of(Role.COORDINATOR));
    }
}
