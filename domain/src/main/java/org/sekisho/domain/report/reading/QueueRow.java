package org.sekisho.domain.report.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;

/**
 * A report that waits for the decision of somebody of one side.
 *
 * @param stage the position of the stage that decides now, from 1
 * @param of how many stages there are
 * @param quorum how many have to agree
 * @param late whether the clock has run out
 * @param holders those who claimed it or were given it
 * @param mine whether the reader is one of them
 */
public record QueueRow(
        ReportRow report,
        UUID chain,
        int stage,
        int of,
        Side side,
        int quorum,
        Instant due,
        boolean late,
        List<Holder> holders,
        boolean mine) {

    /**
     * Who holds a place; the name is missing where the reader doesn't see it.
     *
     * @param away whether they are absent today, so that colleagues may take it over
     */
    public record Holder(Optional<String> name, boolean away) {}

    public QueueRow {
        holders = List.copyOf(holders);
    }

    /** The same with what the report is called. */
    public QueueRow titled(ReportRow named) {
        return new QueueRow(named, chain, stage, of, side, quorum, due, late, holders, mine);
    }

    /** The same with which stage decides, and of how many. */
    public QueueRow standing(int position, int count) {
        return new QueueRow(report, chain, position, count, side, quorum, due, late, holders, mine);
    }

    /** The same with who holds it, and whether the reader is one of them. */
    public QueueRow heldBy(List<Holder> found, boolean own) {
        return new QueueRow(report, chain, stage, of, side, quorum, due, late, found, own);
    }

    /** Whether somebody still has to take a place, or may take over that of somebody who is away. */
    public boolean free() {
        return holders.stream().filter(holder -> !holder.away()).count() < quorum;
    }
}
