package org.sekisho.domain.report.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;

/**
 * A report that waits for the decision of somebody of one side.
 *
 * @param stage the position of the stage that decides now, from 1
 * @param of how many stages there are
 * @param holders the names of those who claimed it or were given it
 * @param mine whether the reader is one of them
 */
public record QueueRow(
        ReportRow report, UUID chain, int stage, int of, Side side, Instant due, List<String> holders, boolean mine) {

    public QueueRow {
        holders = List.copyOf(holders);
    }

    /** The same with what the report is called. */
    public QueueRow titled(ReportRow named) {
        return new QueueRow(named, chain, stage, of, side, due, holders, mine);
    }
}
