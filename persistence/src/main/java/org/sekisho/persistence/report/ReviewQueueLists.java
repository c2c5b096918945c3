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

    private static final String LEFT = "h.id in (select vacant_seats(:today))";

    /** A place from which somebody voted stays theirs while the stage decides: that it was cast isn't told. */
    static final String TAKEN = "(h.ended_at is null or h.ended_how = 'VOTED')";

    private static final String FREE = free("r.stage_quorum", "r.stage_id");

    private static final String COLUMNS = ReportLists.REPORT
            + ", r.chain_id, r.stage_id, r.stage_side, r.stage_quorum, r.due_at, r.due_at <= me.moment";

    /** Who holds places on a page, each with whether they are away, for a time or for good, and whether it is the reader's own work. */
    private static final String HOLDERS =
            """
            with me as (select cast(:person as uuid) as person, cast(:today as date) as day,
                               cast(string_to_array(:stages, ',') as uuid[]) as stages)
            select h.stage_id, h.person_id, h.id in (select vacant_seats_at((select stages from me), :today)) or %s,
                   h.ended_at is null and h.person_id = me.person
            from me join review_seat h on h.stage_id = any (me.stages)
            where %s
            order by h.taken_at
            """
                    .formatted(AWAY, TAKEN);

    /** The stages of the reviews on a page. */
    private static final String STAGES =
            "select n.id, n.chain_id, n.position from review_stage n where n.chain_id = any (cast(string_to_array(:chains, ',') as uuid[]))";

    /** Whoever works on it learns nothing from more, and for each it is asked whether the reader wrote it, voted or may take it. */
    private static final int TOTAL_EXACT_TO = 50;

    private static final Keyset BY_CLOCK =
            new Keyset("r.stage_id", new Sort("r.due_at", "timestamptz", false), Map.of(), TOTAL_EXACT_TO);

    @Inject
    private Sql sql;

    @Inject
    private ReportDirectory directory;

    /** That a place of an open stage is to be had, as far as the places tell: of {@code me.day} and {@code :today}. */
    static String free(String quorum, String stage) {
        return quorum + " > (select count(*) from review_seat h where h.stage_id = " + stage + " and " + TAKEN
                + " and not " + LEFT + " and not " + AWAY + ")";
    }

    @Override
    public Page<QueueRow> page(QueueReader reader, ReviewQueueFilter filter, Instant now, PageRequest page) {
        Page<Queued> found = BY_CLOCK.page(
                sql,
                COLUMNS,
                FROM,
                rows -> narrow(whose(rows, reader, now), filter, now),
                page,
                ReviewQueueLists::queued);
        if (found.items().isEmpty()) {
            return found.map(Queued::row);
        }
        Map<UUID, List<Place>> places = places(reader, found.items(), now);
        Map<UUID, List<Stage>> stages = stages(found.items());
        Map<UUID, String> names = directory.names(places.values().stream()
                .flatMap(List::stream)
                .map(Place::person)
                .collect(Collectors.toUnmodifiableSet()));
        return found.map(each -> each.row(
                places.getOrDefault(each.stage(), List.of()),
                stages.getOrDefault(each.row().chain(), List.of()),
                names));
    }

    private Map<UUID, List<Place>> places(QueueReader reader, List<Queued> found, Instant now) {
        return sql
                .query(HOLDERS)
                .with("person", reader.person())
                .with("today", Days.of(now))
                .with("stages", Sql.ids(found.stream().map(Queued::stage).toList()))
                .list(row -> new Place(row.id(0), row.id(1), row.flag(2), row.flag(3)))
                .stream()
                .collect(Collectors.groupingBy(Place::stage));
    }

    private Map<UUID, List<Stage>> stages(List<Queued> found) {
        return sql
                .query(STAGES)
                .with(
                        "chains",
                        Sql.ids(found.stream().map(each -> each.row().chain()).toList()))
                .list(row -> new Stage(row.id(0), row.id(1), (int) row.number(2)))
                .stream()
                .collect(Collectors.groupingBy(Stage::chain));
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

    private record Place(UUID stage, UUID person, boolean away, boolean own) {}

    private record Stage(UUID id, UUID chain, int position) {}

    private record Queued(QueueRow row, UUID stage) {

        QueueRow row(List<Place> places, List<Stage> stages, Map<UUID, String> names) {
            int position = stages.stream()
                    .filter(each -> each.id().equals(stage))
                    .mapToInt(Stage::position)
                    .findFirst()
                    .orElse(row.stage());
            List<Holder> holders = places.stream()
                    .map(each -> new Holder(Optional.ofNullable(names.get(each.person())), each.away()))
                    .toList();
            return row.standing(position, stages.size())
                    .heldBy(holders, places.stream().anyMatch(Place::own));
        }
    }

    /** Which stage it is, and who holds it, is asked for all of the page at once. */
    private static Queued queued(Row row) {
        int at = ReportLists.COLUMNS;
        QueueRow queued = new QueueRow(
                ReportLists.row(row),
                row.id(at),
                1,
                1,
                row.constant(at + 2, Side.class),
                (int) row.number(at + 3),
                row.instant(at + 4),
                row.flag(at + 5),
                List.of(),
                false);
        return new Queued(queued, row.id(at + 1));
    }
}
