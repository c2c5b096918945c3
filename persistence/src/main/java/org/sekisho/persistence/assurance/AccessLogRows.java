package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.AccessLog;
import org.sekisho.domain.assurance.engagement.AccessLogRow;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Subject;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Views in an engagement: the events of its team, for the firm, on the engagement itself or on what belongs to it. */
@ApplicationScoped
public class AccessLogRows implements AccessLog {

    private static final KeysetList LIST = new KeysetList(
            "t.time, m.person_id, " + Naming.of("p") + " as name, t.act, t.subject_kind, t.subject_id, t.outcome",
            """
            from trail_event t
                join (select distinct engagement_id, person_id, firm_id from engagement_member) m
                    on t.actor = 'person:' || m.person_id and t.organisation = m.firm_id
                left join person p on p.id = m.person_id
            """,
            "t.id",
            Map.of(
                    "time", "to_char(t.time at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "person", "coalesce(" + Naming.of("p") + ", '')",
                    "act", "t.act",
                    "outcome", "t.outcome"),
            "time",
            true);

    /** Evidence of the agreement serves several engagements: views of it are told in each. */
    private static final String OF_ENGAGEMENT =
            """
            and m.engagement_id = :engagement and t.outcome <> 'failed' and t.subject_id in (
                select cast(:engagement as uuid)
                union all select r.id from audit_request r where r.engagement_id = :engagement
                union all select k.id from pack k where k.engagement_id = :engagement
                union all select i.id from evidence_item i join engagement e on e.id = :engagement
                    where i.engagement_id = e.id or (i.engagement_id is null and i.agreement_id = e.agreement_id)
                union all select e.agreement_id from engagement e where e.id = :engagement and e.agreement_id is not null)
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<AccessLogRow> list(Filter filter, PageRequest page) {
        Filters filters = new Filters()
                .with(OF_ENGAGEMENT, "engagement", Optional.of(filter.engagement()))
                .with("and m.person_id = :person", "person", filter.person())
                .with("and t.time >= :from", "from", filter.from())
                .with("and t.time < :until", "until", filter.until());
        return entrance.withReachOf(SystemReach.ACCESS_LOG, () -> LIST.page(sql, page, filters, AccessLogRows::row));
    }

    private static AccessLogRow row(Row row) {
        int at = KeysetList.FIRST;
        Optional<UUID> subject = row.optionalId(at + 5);
        return new AccessLogRow(
                row.id(1),
                row.instant(at),
                row.id(at + 1),
                row.optionalText(at + 2),
                row.text(at + 3),
                subject.map(id -> new Subject(row.text(at + 4), id)),
                "refused".equals(row.text(at + 6)));
    }
}
