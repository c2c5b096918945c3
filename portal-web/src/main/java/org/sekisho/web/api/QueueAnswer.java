package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.ReportRow;

/**
 * A stage of a review that decides now.
 *
 * @param review the review's id
 * @param stage its position, from 1
 * @param stages how many there are
 * @param mine whether the caller holds a place
 * @param free whether a place is to be taken, or taken over from somebody who is away
 */
public record QueueAnswer(
        ReportRow report,
        UUID review,
        int stage,
        int stages,
        Side side,
        int quorum,
        Instant due,
        boolean late,
        boolean mine,
        boolean free,
        List<QueueHolder> holders) {

    public QueueAnswer {
        holders = List.copyOf(holders);
    }

    /** Who holds a place; the name is absent where the caller doesn't see it. */
    public record QueueHolder(Optional<String> name, boolean away) {}

    static QueueAnswer of(QueueRow row) {
        return new QueueAnswer(
                row.report(),
                row.chain(),
                row.stage(),
                row.of(),
                row.side(),
                row.quorum(),
                row.due(),
                row.late(),
                row.mine(),
                row.free(),
                row.holders().stream()
                        .map(each -> new QueueHolder(each.name(), each.away()))
                        .toList());
    }
}
