package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.reading.QueueReader;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.QueueRow.Holder;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReviewQueue;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** The queue of those who review reports, and of those who watch the clocks. */
@ApplicationScoped
public class ReviewQueueLists implements ReviewQueue {

    private static final Duration SOON = Duration.ofDays(1);

    /** Whoever asks, when and on which day stand beside every row, so that each query names them, whatever it asks. */
    private static final String FROM =
            """
            from (select cast(:person as uuid) as person, cast(:now as timestamptz) as moment, cast(:today as date) as day) me
                cross join report r join agreement a on a.id = r.agreement_id join organisation o on o.id = r.organisation_id
            where true
            """;

    private static final String MINE =
            "exists (select from review_seat h where h.stage_id = r.stage_id and h.ended_at is null and h.person_id = me.person)";

    private static final String AWAY =
            "exists (select from reviewer_absence b where b.person_id = h.person_id and b.organisation_id = h.organisation_id"
                    + " and me.day between b.first_day and b.last_day)";

    /** A place from which somebody voted stays theirs while the stage decides: that it was cast isn't told. */
    private static final String TAKEN = "(h.ended_at is null or h.ended_how = 'VOTED')";

    private static final String FREE =
            "r.stage_quorum > (select count(*) from review_seat h where h.stage_id = r.stage_id and " + TAKEN
                    + " and not " + AWAY + ")";

    /** Who holds places, each with whether they are away and whether it is the reader's own work. */
    private static final String HOLDERS = "(select string_agg(concat_ws(':', h.person_id, " + AWAY
            + ", h.ended_at is null and h.person_id = me.person), ',' order by h.taken_at) from review_seat h"
            + " where h.stage_id = r.stage_id and " + TAKEN + ")";

    /** Which of the stages it is, and of how many. */
    private static final String POSITION =
            "(select concat_ws(',', max(n.position) filter (where n.id = r.stage_id), count(*)) from review_stage n where n.chain_id = r.chain_id)";

    private static final String COLUMNS = ReportLists.REPORT + ", r.chain_id, " + POSITION
            + ", r.stage_side, r.stage_quorum, r.due_at, r.due_at <= me.moment, " + HOLDERS;

    /** Whoever works on it learns nothing from more, and for each it is asked whether the reader wrote it, voted or may take it. */
    private static final int TOTAL_EXACT_TO = 50;

    private static final Keyset BY_CLOCK =
            new Keyset("r.stage_id", new Sort("r.due_at", "timestamptz", false), Map.of(), TOTAL_EXACT_TO);

    @Inject
    private Sql sql;

    @Inject
    private ReportDirectory directory;

    @Override
    public Page<QueueRow> page(QueueReader reader, ReviewQueueFilter filter, Instant now, PageRequest page) {
        Page<Queued> found = BY_CLOCK.page(
                sql,
                COLUMNS,
                FROM,
                rows -> narrow(whose(rows, reader, now), filter, now),
                page,
                ReviewQueueLists::queued);
        Map<UUID, String> names = directory.names(found.items().stream()
                .flatMap(each -> each.places().stream())
                .map(Place::person)
                .collect(Collectors.toUnmodifiableSet()));
        return found.map(each -> each.row(names));
    }

    @Override
    public Optional<UUID> next(QueueReader reader, UUID after, Instant now) {
        Optional<UUID> stage = whose(sql.query("select r.stage_id " + FROM), reader, now)
                .and("and r.id = :report")
                .with("report", after)
                .first(row -> row.id(0));
        return whose(sql.query("select r.id " + FROM), reader, now)
                .and("and r.id <> :report and (" + MINE + " or " + FREE + ")")
                .with("report", after)
                .where(
                        "and (r.due_at, r.stage_id) > (select t.due_at, t.id from review_stage t where t.id = :stage)",
                        "stage",
                        stage)
                .and("order by r.due_at, r.stage_id limit 1")
                .first(row -> row.id(0));
    }

    private static Statement whose(Statement rows, QueueReader reader, Instant now) {
        rows.with("person", reader.person()).with("today", Days.of(now)).with("now", now);
        if (reader.side().isEmpty()) {
            return rows.and("and r.stage_side is not null");
        }
        // What is of a side is in review: said twice, it would be taken for two chances, and a plan made for few rows.
        Side side = reader.side().get();
        rows.and("and r.stage_side = :side").with("side", side);
        switch (side) {
            case INSTITUTION_SECURITY -> rows.and("and r.organisation_id = :own")
                    .with("own", reader.organisation());
            case PROVIDER -> rows.and("and r.provider_id = :own").with("own", reader.organisation());
            case AUTHORITY -> rows.and("and r.organisation_id <> all (cast(string_to_array(:tied, ',') as uuid[]))")
                    .with("tied", Sql.ids(reader.tied()));
        }
        // In words from which nothing is concluded: most reports have no rank, since they don't wait, and a queue would
        // be taken for a tenth of itself.
        return rows.and("and case when r.stage_rank = any (string_to_array(:ranks, ',')) then true else false end")
                .with("ranks", reader.ranks().stream().map(Enum::name).collect(Collectors.joining(",")))
                .and("and not has_decided_or_written(r.chain_id)");
    }

    private static Statement narrow(Statement rows, ReviewQueueFilter filter, Instant now) {
        rows.where("and r.agreement_id = :agreement", "agreement", filter.agreement())
                .where("and r.stage_tier = :tier", "tier", filter.tier())
                .where("and r.stage_side = :wanted", "wanted", filter.side());
        filter.clock().ifPresent(clock -> {
            switch (clock) {
                case OVER -> rows.and("and r.due_at <= me.moment");
                case SOON -> rows.and("and r.due_at > me.moment and r.due_at <= :soon")
                        .with("soon", now.plus(SOON));
                case LATER -> rows.and("and r.due_at > :soon").with("soon", now.plus(SOON));
            }
        });
        filter.work()
                .ifPresent(work -> rows.and(
                        switch (work) {
                            case MINE -> "and " + MINE;
                            case FREE -> "and " + FREE;
                            case TAKEN -> "and not " + FREE + " and not " + MINE;
                        }));
        return rows;
    }

    private record Place(UUID person, boolean away, boolean own) {

        /** {@code person:away:own}, the latter two {@code t} or {@code f}. */
        static Place read(String text) {
            String[] parts = text.split(":", 3);
            return new Place(UUID.fromString(parts[0]), parts[1].equals("t"), parts[2].equals("t"));
        }
    }

    private record Queued(QueueRow row, List<Place> places) {

        QueueRow row(Map<UUID, String> names) {
            return row.heldBy(places.stream()
                    .map(each -> new Holder(Optional.ofNullable(names.get(each.person())), each.away()))
                    .toList());
        }
    }

    private static Queued queued(Row row) {
        int at = ReportLists.COLUMNS;
        List<String> position = row.list(at + 1);
        List<Place> places = row.list(at + 6).stream().map(Place::read).toList();
        QueueRow queued = new QueueRow(
                ReportLists.row(row),
                row.id(at),
                Integer.parseInt(position.get(0)),
                Integer.parseInt(position.get(1)),
                row.constant(at + 2, Side.class),
                (int) row.number(at + 3),
                row.instant(at + 4),
                row.flag(at + 5),
                List.of(),
                places.stream().anyMatch(Place::own));
        return new Queued(queued, places);
    }
}
