package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.ReportContentJson;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.report.reading.ReviewQueueFilter.Work;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of reports, and the queue of those who review them. */
@ApplicationScoped
public class ReportLists implements ReportDirectory {

    private static final int COLUMNS = 15;

    private static final String REPORT =
            "r.id, r.number, r.agreement_id, a.number, r.organisation_id, " + Naming.of("o")
                    + """
            , r.label, r.tier, r.state, r.state_at, r.received_at, r.current_revision_id,
            (select v.number from report_revision v where v.id = r.current_revision_id), s.side, coalesce(s.due_at, r.deferred_until)
            """;

    private static final String FROM =
            """
            from report r join agreement a on a.id = r.agreement_id join organisation o on o.id = r.organisation_id
                left join review_stage s on s.chain_id = r.chain_id and s.state = 'OPEN' and r.state = 'IN_REVIEW'
            where true
            """;

    /** The gravest first; the names of tiers don't sort so. */
    private static final String TIER =
            "case r.tier when 'CRITICAL' then '1' when 'HIGH' then '2' when 'MEDIUM' then '3' else '4' end";

    private static final Keyset LIST = new Keyset(
            "r.id",
            Sort.latest("r.received_at"),
            Map.of(
                    "received", Sort.latest("r.received_at"),
                    "number", Sort.text("lpad(cast(r.number as text), 10, '0')"),
                    "state", Sort.text("r.state"),
                    "tier", Sort.text(TIER),
                    "label", Sort.text("r.label"),
                    "organisation", Sort.text(Naming.of("o")),
                    "agreement", Sort.text("a.number"),
                    "due",
                            new Sort(
                                    "coalesce(s.due_at, r.deferred_until, timestamptz 'infinity')",
                                    "timestamptz",
                                    false)));

    private static final String QUEUE =
            """
            from review_stage s join review_chain c on c.id = s.chain_id join report r on r.id = c.report_id and r.chain_id = c.id
                join agreement a on a.id = r.agreement_id join organisation o on o.id = r.organisation_id
            where s.state = 'OPEN' and r.state = 'IN_REVIEW'
                and not exists (select from review_author w where w.chain_id = c.id and w.person_id = :person)
                and not exists (select from review_vote v where v.chain_id = c.id and v.person_id = :person)
            """;

    private static final String MINE =
            "exists (select from review_seat h where h.stage_id = s.id and h.ended_at is null and h.person_id = :person)";

    private static final String HOLDERS =
            "(select string_agg(cast(h.person_id as text), ',' order by h.taken_at) from review_seat h"
                    + " where h.stage_id = s.id and h.ended_at is null)";

    private static final Keyset BY_CLOCK = new Keyset("s.id", new Sort("s.due_at", "timestamptz", false), Map.of());

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Inject
    private Vault vault;

    @Override
    public Page<ReportRow> list(ReportFilter filter, PageRequest page) {
        return LIST.page(sql, REPORT, FROM, rows -> narrow(rows, filter), page, ReportLists::row);
    }

    private static Statement narrow(Statement rows, ReportFilter filter) {
        Statement narrowed = rows.where("and r.agreement_id = :agreement", "agreement", filter.agreement())
                .where("and r.organisation_id = :owner", "owner", filter.organisation())
                .where("and r.tier = :tier", "tier", filter.tier())
                .where("and r.label = :label", "label", filter.label())
                .where(
                        "and exists (select from report_marker m where m.report_id = r.id and m.organisation_id = r.organisation_id"
                                + " and lower(m.value) = lower(:marker))",
                        "marker",
                        filter.marker());
        if (filter.states().isEmpty()) {
            return narrowed;
        }
        return narrowed.and("and r.state = any (string_to_array(:states, ','))")
                .with(
                        "states",
                        String.join(
                                ",",
                                filter.states().stream()
                                        .map(ReportState::name)
                                        .sorted()
                                        .toList()));
    }

    @Override
    public Optional<ReportRow> find(UUID report) {
        return sql.query("select " + REPORT + FROM + " and r.id = :report")
                .with("report", report)
                .first(ReportLists::row);
    }

    @Override
    public List<ReportRow> similar(UUID report, int most) {
        return sql.query("select " + REPORT + ", shared.markers "
                        + FROM.replace(
                                "where true",
                                """
                                join (select other.report_id, count(*) as markers
                                      from report_marker own join report_marker other
                                          on other.organisation_id = own.organisation_id and other.kind = own.kind and other.value = own.value
                                      where own.report_id = :report and other.report_id <> own.report_id and own.kind <> 'WEAKNESS'
                                      group by other.report_id) shared on shared.report_id = r.id
                                """)
                        + " order by shared.markers desc, r.received_at desc, r.id limit :most")
                .with("report", report)
                .with("most", most)
                .list(ReportLists::row);
    }

    @Override
    public Map<UUID, String> titles(Set<UUID> revisions) {
        Map<UUID, String> titles = new HashMap<>();
        if (!revisions.isEmpty()) {
            sql.query(
                            "select c.revision_id, c.organisation_id, c.sealed from report_content c where c.revision_id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                    .with("ids", Sql.ids(revisions))
                    .list(row -> titles.put(row.id(0), title(row)));
        }
        return titles;
    }

    private String title(Row row) {
        Vault.Place place = RevisionContent.place(row.id(0), row.id(1));
        return ReportContentJson.read(vault.openText(place, row.bytes(2))).title();
    }

    @Override
    public Page<QueueRow> queue(ReviewQueueFilter filter, PageRequest page) {
        String columns = REPORT
                + ", c.id, s.position, (select count(*) from review_stage n where n.chain_id = c.id), s.side, s.due_at, "
                + HOLDERS + ", " + MINE;
        Page<Queued> found =
                BY_CLOCK.page(sql, columns, QUEUE, rows -> narrow(rows, filter), page, ReportLists::queued);
        Map<UUID, String> names = names(found.items().stream()
                .flatMap(each -> each.holders().stream())
                .collect(Collectors.toUnmodifiableSet()));
        return found.map(each -> each.row(names));
    }

    private record Queued(
            ReportRow report, UUID chain, int stage, int of, Side side, Instant due, Set<UUID> holders, boolean mine) {

        QueueRow row(Map<UUID, String> names) {
            List<String> known = holders.stream()
                    .flatMap(each -> Optional.ofNullable(names.get(each)).stream())
                    .sorted()
                    .toList();
            return new QueueRow(report, chain, stage, of, side, due, known, mine);
        }
    }

    private static Queued queued(Row row) {
        int at = COLUMNS;
        return new Queued(
                row(row),
                row.id(at),
                (int) row.number(at + 1),
                (int) row.number(at + 2),
                row.constant(at + 3, Side.class),
                row.instant(at + 4),
                row.ids(at + 5),
                row.flag(at + 6));
    }

    private static Statement narrow(Statement rows, ReviewQueueFilter filter) {
        Statement narrowed = rows.with("person", filter.person())
                .and("and s.side = :side")
                .with("side", filter.side())
                .where("and c.tier = :tier", "tier", filter.tier());
        if (filter.side() == Side.INSTITUTION_SECURITY) {
            narrowed.and("and c.organisation_id = :own").with("own", filter.organisation());
        } else if (filter.side() == Side.PROVIDER) {
            narrowed.and("and c.provider_id = :own").with("own", filter.organisation());
        }
        if (filter.work().filter(Work.MINE::equals).isPresent()) {
            narrowed.and("and " + MINE);
        } else if (filter.work().isPresent()) {
            narrowed.and(
                    "and s.quorum > (select count(*) from review_seat h where h.stage_id = s.id and h.ended_at is null)");
        }
        return narrowed;
    }

    @Override
    public Map<UUID, String> names(Set<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> names = new HashMap<>();
        entrance.withReachOf(SystemReach.NAMES, () -> sql.query("select p.id, " + Naming.of("p")
                        + " from person p where p.id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .with("ids", Sql.ids(people))
                .list(row -> names.put(row.id(0), row.text(1))));
        return names;
    }

    private static ReportRow row(Row row) {
        return new ReportRow(
                row.id(0),
                ReportRow.reference(row.number(1)),
                Optional.empty(),
                row.id(2),
                row.text(3),
                row.id(4),
                row.text(5),
                row.constant(6, Tlp.class),
                row.constant(7, RiskTier.class),
                row.constant(8, ReportState.class),
                row.instant(9),
                row.instant(10),
                row.id(11),
                (int) row.number(12),
                row.optionalConstant(13, Side.class),
                row.optionalInstant(14));
    }
}
