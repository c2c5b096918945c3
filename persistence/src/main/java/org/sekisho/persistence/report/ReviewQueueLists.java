package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.reading.QueueReader;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.QueueRow.Holder;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportRow;
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
            where r.stage_id is not null
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

    private static final String HOLDERS = holders("");
    private static final String HOLDERS_AWAY = holders(" and " + AWAY);

    private static final String COLUMNS = ReportLists.REPORT
            + ", r.chain_id, (select n.position from review_stage n where n.id = r.stage_id),"
            + " (select count(*) from review_stage n where n.chain_id = r.chain_id), r.stage_side, r.stage_quorum, r.due_at, r.due_at <= me.moment, "
            + HOLDERS + ", " + HOLDERS_AWAY + ", " + MINE;

    private static final Keyset BY_CLOCK =
            new Keyset("r.stage_id", new Sort("r.due_at", "timestamptz", false), Map.of());

    @Inject
    private Sql sql;

    @Inject
    private ReportDirectory directory;

    private static String holders(String condition) {
        return "(select string_agg(cast(h.person_id as text), ',' order by h.taken_at) from review_seat h"
                + " where h.stage_id = r.stage_id and " + TAKEN + condition + ")";
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
        Map<UUID, String> names = directory.names(found.items().stream()
                .flatMap(each -> each.holders().stream())
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
            return rows;
        }
        Side side = reader.side().get();
        rows.and("and r.stage_side = :side").with("side", side);
        switch (side) {
            case INSTITUTION_SECURITY -> rows.and("and r.organisation_id = :own")
                    .with("own", reader.organisation());
            case PROVIDER -> rows.and("and r.provider_id = :own").with("own", reader.organisation());
            case AUTHORITY -> rows.and("and r.organisation_id <> all (cast(string_to_array(:tied, ',') as uuid[]))")
                    .with("tied", Sql.ids(reader.tied()));
        }
        return rows.and("and r.stage_rank = any (string_to_array(:ranks, ','))")
                .with("ranks", reader.ranks().stream().map(Enum::name).collect(Collectors.joining(",")))
                .and(
                        "and not exists (select from review_author w where w.chain_id = r.chain_id and w.person_id = me.person)")
                .and(
                        "and not exists (select from review_vote v where v.chain_id = r.chain_id and v.person_id = me.person)");
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

    private record Queued(QueueRow row, List<UUID> holders, Set<UUID> away) {

        QueueRow row(Map<UUID, String> names) {
            return row.heldBy(holders.stream()
                    .map(each -> new Holder(Optional.ofNullable(names.get(each)), away.contains(each)))
                    .toList());
        }
    }

    private static Queued queued(Row row) {
        int at = ReportLists.COLUMNS;
        ReportRow report = ReportLists.row(row);
        QueueRow queued = new QueueRow(
                report,
                row.id(at),
                (int) row.number(at + 1),
                (int) row.number(at + 2),
                row.constant(at + 3, Side.class),
                (int) row.number(at + 4),
                row.instant(at + 5),
                row.flag(at + 6),
                List.of(),
                row.flag(at + 9));
        return new Queued(
                queued, row.list(at + 7).stream().map(UUID::fromString).toList(), row.ids(at + 8));
    }
}
