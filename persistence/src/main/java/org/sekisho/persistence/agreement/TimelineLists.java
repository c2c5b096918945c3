package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.TimelineFilter;
import org.sekisho.domain.agreement.TimelineRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.trail.TrailLeaf;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** The timeline of an agreement, from the leaves of the trail. */
@ApplicationScoped
class TimelineLists {

    private static final KeysetList LIST = new KeysetList(
            "e.id, e.time, e.act, e.actor, e.organisation, w.name_en, w.name_ja, e.leaf",
            """
            from trail_event e
                left join person w on e.actor = 'person:' || w.id
            """,
            "e.id",
            Map.of("time", "to_char(e.time at time zone 'UTC', 'YYYYMMDDHH24MISSUS')"),
            "time",
            true);

    @Inject
    private Sql sql;

    /** Acts that changed something. */
    Page<TimelineRow> timeline(UUID agreement, Optional<UUID> own, TimelineFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with(
                        """
                        and e.subject_kind = 'agreement' and e.subject_id = :agreement and e.changes
                        """,
                        "agreement",
                        Optional.of(agreement))
                .with(
                        """
                        and (e.act not in ('agreement.plan-approval', 'agreement.record-approval')
                             or cast(e.organisation as text) = :own)
                        """,
                        "own",
                        Optional.of(own.map(UUID::toString).orElse("")))
                .with("and e.time >= :since", "since", filter.since())
                .with("and e.time < :until", "until", filter.until());
        return LIST.page(sql, page, filters, row -> read(row, KeysetList.FIRST));
    }

    private static TimelineRow read(Row row, int first) {
        TrailLeaf leaf = TrailLeaf.read(row.bytes(first + 7));
        String actor = row.text(first + 3);
        return new TimelineRow(
                row.id(first),
                row.instant(first + 1),
                row.text(first + 2),
                leaf.events(),
                Optional.of(actor).filter(name -> name.startsWith("system:")),
                row.optionalId(first + 4),
                NegotiationLists.name(row, first + 5),
                leaf.open());
    }
}
