package org.sekisho.ejb.report.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.decision.Completeness;
import org.sekisho.domain.report.decision.DecisionTable;
import org.sekisho.domain.report.decision.DeliveredTables;
import org.sekisho.domain.report.decision.Point;
import org.sekisho.domain.report.decision.Row;
import org.sekisho.domain.report.decision.RowTests;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.report.decision.TableVersion;
import org.sekisho.domain.report.decision.Worsening;

/**
 * A version of a table with what it says and how far that holds together.
 *
 * @param delivered whether it comes with the product
 * @param readVersion what a change or an adoption has to name, so that nobody decides on what they haven't seen
 * @param draftedBy the person whose draft it is or was
 * @param passed how many rows the table answers as they say
 * @param worsenings pairs of rows of which the one with the graver input has the milder outcome
 */
public record TableView(
        String code,
        int version,
        String title,
        TableUse use,
        TableState state,
        boolean delivered,
        int readVersion,
        Optional<UUID> draftedBy,
        Optional<Instant> draftedAt,
        Optional<Instant> adoptedAt,
        Optional<Instant> retiredAt,
        String retireReason,
        List<Point> inputs,
        Point outcome,
        List<Row> rows,
        Completeness completeness,
        int passed,
        List<Worsening> worsenings) {

    static TableView of(TableVersion kept) {
        DecisionTable table = kept.table();
        return new TableView(
                kept.code(),
                kept.version(),
                kept.title(),
                kept.use(),
                kept.state(),
                false,
                kept.rowVersion(),
                Optional.of(kept.draftedBy()),
                Optional.of(kept.draftedAt()),
                kept.adoptedAt(),
                kept.retiredAt(),
                kept.retireReason(),
                table.inputs(),
                table.outcome(),
                table.rows(),
                table.completeness(),
                passed(table),
                Worsening.of(table));
    }

    static TableView delivered(DecisionTable table) {
        return new TableView(
                table.code(),
                table.version(),
                table.outcome().name(),
                DeliveredTables.use(table),
                TableState.ADOPTED,
                true,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                table.inputs(),
                table.outcome(),
                table.rows(),
                table.completeness(),
                passed(table),
                Worsening.of(table));
    }

    private static int passed(DecisionTable table) {
        return (int) RowTests.of(table).stream().filter(RowTests.Result::passed).count();
    }
}
