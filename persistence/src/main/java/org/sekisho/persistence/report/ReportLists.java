package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.ReportContentJson;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Groups;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of reports. */
@ApplicationScoped
public class ReportLists implements ReportDirectory {

    static final int COLUMNS = 15;

    static final String REPORT = "r.id, r.number, r.agreement_id, a.number, r.organisation_id, " + Naming.of("o")
            + """
            , r.label, r.tier, r.state, r.state_at, r.received_at, r.current_revision_id, r.revision_number, r.stage_side, r.due_at
            """;

    private static final String FROM =
            """
            from report r join agreement a on a.id = r.agreement_id join organisation o on o.id = r.organisation_id
            where true
            """;

    /** The gravest first; the names of tiers don't sort so. */
    private static final String TIER =
            "case r.tier when 'CRITICAL' then '1' when 'HIGH' then '2' when 'MEDIUM' then '3' else '4' end";

    private static final String NAMING = "and r.id in (select reports_naming(:marker, cast(:most as integer)))";
    private static final String NAMING_OF_OWNER =
            "and r.id in (select reports_naming(:marker, cast(:most as integer), :owner))";

    /** All that an import created arrived at the moment at which it was published, by which there is an index. */
    private static final String OF_IMPORT =
            """
            and r.received_at = (select i.ended_at from report_import i where i.id = :intake)
                and exists (select from report_origin f where f.report_id = r.id and f.import_id = :intake)
            """;

    /** Of what thousands name, the latest are alike enough. */
    private static final int ALIKE_LATEST = 100;

    private static final Groups OF_ORGANISATION = new Groups(
            "from (select g.id, g.name_en, g.name_ja, " + Naming.of("g") + " as name from organisation g) o",
            "select r.* from report r join agreement m on m.id = r.agreement_id where r.organisation_id = o.id",
            "r",
            "join agreement a on a.id = r.agreement_id");

    private static final Groups OF_AGREEMENT = new Groups(
            "from agreement a",
            "select r.* from report r where r.agreement_id = a.id",
            "r",
            "join organisation o on o.id = r.organisation_id");

    private static final Map<String, Sort> SORTS = Map.of(
            "received", Sort.latest("r.received_at"),
            "number", new Sort("r.number", "integer", false),
            "state", Sort.text("r.state"),
            "tier", Sort.text(TIER),
            "label", Sort.text("r.label"),
            "organisation", Sort.grouped("o.name", OF_ORGANISATION),
            "agreement", Sort.grouped("a.number", OF_AGREEMENT),
            "due", new Sort("coalesce(r.due_at, timestamptz 'infinity')", "timestamptz", false));

    private static final Keyset LIST = new Keyset("r.id", Sort.latest("r.received_at"), SORTS);

    /** What is looked for by a name is read report by report, wherever they lie, and is narrowed further rather than counted. */
    private static final int NAMED_EXACT_TO = 100;

    private static final Keyset NAMED = new Keyset("r.id", Sort.latest("r.received_at"), SORTS, NAMED_EXACT_TO);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Inject
    private Vault vault;

    @Override
    public Page<ReportRow> list(ReportFilter filter, PageRequest page) {
        Keyset list = filter.marker().isPresent() ? NAMED : LIST;
        boolean latest =
                page.sort().isEmpty() && !page.descending() && page.after().isEmpty();
        OptionalInt shown = latest && filter.byMarkerAlone() ? OptionalInt.of(page.size() + 1) : OptionalInt.empty();
        OptionalInt counted = filter.byMarkerAlone() ? OptionalInt.of(NAMED_EXACT_TO + 1) : OptionalInt.empty();
        return list.page(
                sql,
                REPORT,
                FROM,
                rows -> narrow(rows, filter, shown),
                rows -> narrow(rows, filter, counted),
                page,
                ReportLists::row);
    }

    /** @param most how many of the latest that the marker finds are enough, where nothing else narrows; all where it is empty */
    private static Statement narrow(Statement rows, ReportFilter filter, OptionalInt most) {
        Statement narrowed = rows.where("and r.agreement_id = :agreement", "agreement", filter.agreement())
                .where("and r.organisation_id = :owner", "owner", filter.organisation())
                .where("and r.tier = :tier", "tier", filter.tier())
                .where("and r.label = :label", "label", filter.label())
                .where(OF_IMPORT, "intake", filter.intake())
                .where(filter.organisation().isPresent() ? NAMING_OF_OWNER : NAMING, "marker", filter.marker());
        if (filter.marker().isPresent()) {
            narrowed.with("most", most.isPresent() ? Optional.of(most.getAsInt()) : Optional.empty());
        }
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
    public List<ReportRow> find(Set<UUID> reports) {
        return sql.query("select " + REPORT + FROM
                        + " and r.id = any (cast(string_to_array(:ids, ',') as uuid[])) order by r.number, r.id")
                .with("ids", Sql.ids(reports))
                .list(ReportLists::row);
    }

    @Override
    public Optional<UUID> numbered(UUID organisation, int number) {
        return sql.query("select r.id from report r where r.organisation_id = :owner and r.number = :number")
                .with("owner", organisation)
                .with("number", number)
                .first(row -> row.id(0));
    }

    @Override
    public Optional<UUID> recurs(UUID report) {
        return sql.query(
                        """
                        select before.id
                        from report r join finding f on f.id = r.origin_id
                            join finding p on p.organisation_id = f.organisation_id and p.fingerprint = f.fingerprint
                                and p.published and p.recurrence = f.recurrence - 1
                            join report before on before.origin_id = p.id
                        where r.id = :report
                        """)
                .with("report", report)
                .first(row -> row.id(0));
    }

    @Override
    public List<ReportRow> similar(UUID report, int most) {
        return sql.query("select " + REPORT + ", shared.markers "
                        + FROM.replace(
                                "where true",
                                """
                                join reports_alike(:report, :latest) shared on shared.report_id = r.id
                                """)
                        + " order by shared.markers desc, r.received_at desc, r.id limit :most")
                .with("report", report)
                .with("latest", ALIKE_LATEST)
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
    public Map<UUID, String> references(Set<UUID> reports) {
        Map<UUID, String> references = new HashMap<>();
        if (!reports.isEmpty()) {
            sql.query(
                            "select r.id, r.number from report r where r.id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                    .with("ids", Sql.ids(reports))
                    .list(row -> references.put(row.id(0), ReportRow.reference(row.number(1))));
        }
        return references;
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

    static ReportRow row(Row row) {
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
