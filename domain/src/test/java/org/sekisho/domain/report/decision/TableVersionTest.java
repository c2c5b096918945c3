package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
        draft.answer(SECOND, Map.of(0, "CRITICAL"), NOW);
        assertEquals("CRITICAL", draft.table().rows().get(0).outcome());
        assertNotEquals(before, draft.sha256());
        refused(DecisionError.OWN_DRAFT, () -> draft.adopt(SECOND, NOW));
    }

    @Test
    void whatWasAdoptedNeverChanges() {
        draft.adopt(SECOND, NOW);
        refused(DecisionError.ADOPTED_ALREADY, () -> draft.answer(AUTHOR, Map.of(0, "CRITICAL"), NOW));
        draft.retire(AUTHOR, "A newer one governs", NOW);
        assertEquals(TableState.RETIRED, draft.state());
    }

    @Test
    void rowsAndOutcomesThatAreNotThereAreRefused() {
        refused(DecisionError.ROW_LENGTH, () -> draft.answer(AUTHOR, Map.of(324, "LOW"), NOW));
        refused(DecisionError.VALUE_UNKNOWN, () -> draft.answer(AUTHOR, Map.of(0, "GRAVE"), NOW));
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
