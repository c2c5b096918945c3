package org.sekisho.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.decision.Point;
import org.sekisho.domain.report.decision.Row;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.ejb.report.decision.TableView;

/**
 * A version of a decision table.
 *
 * @param readVersion to send along with an adoption, or a change of rows
 * @param rows each with the keys of the inputs' values and, last, of the outcome
 * @param missing how many combinations no row answers
 * @param unanswered the first of those, at most 100, each with the keys of the inputs' values
 * @param twice how many combinations more than one row answers
 * @param worsenings how many pairs of rows have a milder outcome for a graver input
 */
public record TableAnswer(
        String code,
        int version,
        String title,
        TableUse use,
        TableState state,
        boolean delivered,
        int readVersion,
        Optional<Instant> draftedAt,
        Optional<Instant> adoptedAt,
        Optional<Instant> retiredAt,
        List<TablePoint> inputs,
        TablePoint outcome,
        List<List<String>> rows,
        int missing,
        List<List<String>> unanswered,
        int twice,
        int worsenings) {

    /** An input or the outcome, with the keys of its values, the least grave first. */
    public record TablePoint(String key, String name, List<String> values) {

        static TablePoint of(Point point) {
            return new TablePoint(point.key(), point.name(), point.keys());
        }
    }

    static TableAnswer of(TableView table) {
        return new TableAnswer(
                table.code(),
                table.version(),
                table.title(),
                table.use(),
                table.state(),
                table.delivered(),
                table.readVersion(),
                table.draftedAt(),
                table.adoptedAt(),
                table.retiredAt(),
                table.inputs().stream().map(TablePoint::of).toList(),
                TablePoint.of(table.outcome()),
                table.rows().stream().map(TableAnswer::cells).toList(),
                table.completeness().missingCount(),
                table.completeness().missing(),
                table.completeness().twiceCount(),
                table.worsenings().size());
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.values());
        cells.add(row.outcome());
        return cells;
    }
}
