package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.release.ReleaseDirectory;
import org.sekisho.domain.report.release.ReleaseFilter;
import org.sekisho.domain.report.release.ReleaseFilter.Way;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Releases as lists read them. Rows of reports that the reader doesn't see are missing, and so is a name that its owner withholds. */
@ApplicationScoped
public class ReleaseLists implements ReleaseDirectory {

    private static final String CONFIRMED =
            "exists (select from report_release_receipt x where x.release_id = l.id and x.kind = '%s')";

    private static final KeysetList LIST = new KeysetList(
            "l.id, r.id, r.number, l.organisation_id, case when l.source_withheld and l.recipient_id = (select acting_organisation()) then null else "
                    + Naming.of("s") + " end as source, l.recipient_id, " + Naming.of("t")
                    + " as recipient, l.audience, l.format, l.label, l.state, l.state_at, l.requested_at, l.sha256, l.size, "
                    + String.format(CONFIRMED, "RECEIVED") + ", " + String.format(CONFIRMED, "DESTROYED"),
            "from report_release l join organisation s on s.id = l.organisation_id join organisation t on t.id = l.recipient_id"
                    + " left join report r on r.id = l.report_id",
            "l.id",
            Map.of(
                    "requested",
                    "to_char(l.requested_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "state",
                    "l.state",
                    "recipient",
                    Naming.of("t")),
            "requested",
            true);

    @Inject
    private Sql sql;

    @Override
    public Page<ReleaseRow> list(ReleaseFilter filter, PageRequest page) {
        return LIST.page(
                sql,
                page,
                new Filters()
                        .withAnyOf("and l.state = any (string_to_array(:states, ','))", "states", filter.states())
                        .with("and l.report_id = cast(:report as uuid)", "report", filter.report())
                        .with(
                                "and (:way = 'RECEIVED') = (l.recipient_id = (select acting_organisation()))",
                                "way",
                                filter.way().map(Way::name)),
                ReleaseLists::row);
    }

    @Override
    public Optional<ReleaseRow> find(UUID release) {
        return LIST
                .page(
                        sql,
                        PageRequest.first(),
                        new Filters().with("and l.id = cast(:id as uuid)", "id", Optional.of(release)),
                        ReleaseLists::row)
                .items()
                .stream()
                .findFirst();
    }

    private static ReleaseRow row(Row row) {
        int at = KeysetList.FIRST;
        return new ReleaseRow(
                row.id(at),
                row.optionalId(at + 1),
                row.optionalId(at + 1).map(seen -> (int) row.number(at + 2)),
                row.id(at + 3),
                row.optionalText(at + 4),
                row.id(at + 5),
                row.text(at + 6),
                row.constant(at + 7, Audience.class),
                row.constant(at + 8, Format.class),
                row.constant(at + 9, Tlp.class),
                row.constant(at + 10, ReleaseState.class),
                row.instant(at + 11),
                row.instant(at + 12),
                row.text(at + 13),
                (int) row.number(at + 14),
                row.flag(at + 15),
                row.flag(at + 16));
    }
}
