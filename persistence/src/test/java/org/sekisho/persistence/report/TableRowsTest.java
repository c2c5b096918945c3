package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.decision.DecisionTable;
import org.sekisho.domain.report.decision.DeliveredTables;
import org.sekisho.domain.report.decision.TableEdit;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.report.decision.TableVersion;

/** Who makes decision tables, who reads them, and that what was adopted stays as it is. */
class TableRowsTest {

    private static Bench bench;

    @BeforeAll
    static void people() {
        bench = new Bench();
    }

    private static TableVersion drafted(Actor actor) {
        DecisionTable table =
                DeliveredTables.risk().as("t" + UUID.randomUUID().toString().substring(0, 8), 1);
        return new TableVersion(actor, table, TableUse.RISK, "Own", Bench.NOW);
    }

    private static UUID kept(Actor actor) {
        return bench.as(actor, "", entities -> {
            TableVersion draft = drafted(actor);
            entities.persist(draft);
            return draft.id();
        });
    }

    private static boolean sees(Actor actor, UUID table) {
        return bench.as(actor, "", entities -> entities.find(TableVersion.class, table) != null);
    }

    private static TableVersion find(EntityManager entities, UUID table) {
        return entities.find(TableVersion.class, table);
    }

    @Test
    void aTableIsKeptAsItWas() {
        UUID id = kept(bench.coordinator);
        bench.as(bench.coordinator, "", entities -> {
            DecisionTable read = find(entities, id).table();
            assertEquals(DeliveredTables.risk().rows(), read.rows());
            assertEquals(DeliveredTables.risk().inputs(), read.inputs());
            assertEquals(DeliveredTables.risk().outcome(), read.outcome());
            return read;
        });
    }

    @Test
    void draftsAreReadByThoseWhoMakeTablesAndAdoptedOnesByEverybody() {
        UUID id = kept(bench.coordinator);
        assertEquals(List.of(true, true, false), seen(id));
        bench.as(bench.official, "", entities -> find(entities, id).adopt(bench.official, Bench.NOW));
        assertEquals(List.of(true, true, true), seen(id));
    }

    private static List<Boolean> seen(UUID id) {
        return List.of(sees(bench.coordinator, id), sees(bench.official, id), sees(bench.analyst, id));
    }

    @Test
    void aBankMakesNoTable() {
        assertThrows(PersistenceException.class, () -> kept(bench.analyst));
        UUID id = kept(bench.official);
        assertEquals(0, bench.<Integer>as(bench.reviewer, "", entities -> entities.createNativeQuery(
                        "update decision_table set title = 'x' where id = ?")
                .setParameter(1, id)
                .executeUpdate()));
    }

    @Test
    void whatWasAdoptedNeverChanges() {
        UUID id = kept(bench.coordinator);
        bench.as(bench.coordinator, "", entities -> {
            TableVersion draft = find(entities, id);
            String other = draft.table().rows().get(0).outcome().equals("LOW") ? "MEDIUM" : "LOW";
            return draft.answer(bench.coordinator, TableEdit.ofOutcomes(Map.of(0, other)), Bench.NOW);
        });
        bench.as(bench.official, "", entities -> find(entities, id).adopt(bench.official, Bench.NOW));
        for (String change : List.of("definition = '{}'", "title = 'x'", "state = 'DRAFT'", "rows_count = 1")) {
            assertThrows(
                    PersistenceException.class,
                    () -> bench.<Integer>as(bench.coordinator, "", entities -> entities.createNativeQuery(
                                    "update decision_table set " + change + " where id = ?")
                            .setParameter(1, id)
                            .executeUpdate()),
                    change);
        }
        assertEquals(0, bench.<Integer>as(bench.coordinator, "", entities -> entities.createNativeQuery(
                        "delete from decision_table where id = ?")
                .setParameter(1, id)
                .executeUpdate()));
        bench.as(bench.coordinator, "", entities -> find(entities, id).retire(bench.coordinator, "Old", Bench.NOW));
        assertEquals(TableState.RETIRED, bench.<TableState>as(bench.analyst, "", entities -> find(entities, id)
                .state()));
    }
}
