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

/** Views in an engagement: the events of its team, for the firm, on the engagement itself and on what it looks at. */
@ApplicationScoped
public class AccessLogRows implements AccessLog {

    static final String FROM =
            """
            from trail_event t
                join (select distinct person_id, firm_id, engagement_id from engagement_member) m
                    on t.actor = 'person:' || m.person_id and t.organisation = m.firm_id
                join engagement e on e.id = m.engagement_id
                left join person p on p.id = m.person_id
            """;

    private static final KeysetList LIST = new KeysetList(
            "t.time, m.person_id, " + Naming.of("p") + " as name, t.act, t.subject_kind, t.subject_id, t.outcome",
            FROM,
            "t.id",
            Map.of(
                    "time", "to_char(t.time at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "person", "coalesce(" + Naming.of("p") + ", '')",
                    "act", "t.act",
                    "outcome", "t.outcome"),
            "time",
            true);

    /**
     * What belongs to the engagement, at any time; and while its auditors could read, what belongs to its agreement or its organisation,
     * and what they looked through without naming one thing. Evidence of the agreement serves several engagements: views of it are told
     * in each. Only the team's events are looked at, which the index by actor finds.
     */
    static final String OF_ENGAGEMENT =
            """
            and m.engagement_id = :engagement and t.outcome <> 'failed'
            and (t.subject_id in (
                select cast(:engagement as uuid)
                union all select r.id from audit_request r where r.engagement_id = :engagement
                union all select k.id from pack k where k.engagement_id = :engagement
                union all select f.id from audit_finding f where f.engagement_id = :engagement
                union all select c.id from corrective_action c where c.engagement_id = :engagement
                union all select s.id from audit_sample s where s.engagement_id = :engagement
                union all select si.id from sample_item si where si.engagement_id = :engagement
                union all select i.id from evidence_item i join engagement o on o.id = :engagement
                    where i.engagement_id = o.id or (i.engagement_id is null and i.agreement_id = o.agreement_id)
                union all select o.agreement_id from engagement o where o.id = :engagement and o.agreement_id is not null)
            or (exists (select from engagement_member w
                        where w.engagement_id = e.id and w.person_id = m.person_id and w.firm_id = m.firm_id
                          and t.time >= greatest(w.assigned_at, e.fieldwork_at)
                          and t.time < least(coalesce(w.released_at, 'infinity'), coalesce(e.closed_at, 'infinity')))
                and act_area(t.act) in ('agreement', 'grant', 'environment', 'training', 'phase', 'freeze', 'playbook', 'access',
                                        'audit', 'finding', 'evidence', 'pack', 'trail')
                and ((t.subject_id is null and (t.agreement is null or t.agreement = e.agreement_id))
                     or (t.agreement = e.agreement_id
                         and t.subject_kind not in ('engagement', 'audit-request', 'audit-finding', 'corrective-action', 'evidence', 'pack',
                                                    'sample', 'sample-item'))
                     or t.subject_id in (
                        select o.responsible_party_id from engagement o where o.id = :engagement
                        union all select v.id from agreement_version v join engagement o on o.agreement_id = v.agreement_id
                            where o.id = :engagement
                        union all select g.id from access_grant g join engagement o on o.id = :engagement
                            where g.agreement_id = o.agreement_id
                               or (o.agreement_id is null and g.organisation_id = o.responsible_party_id)
                        union all select a.id from environment_attestation a join engagement o on o.agreement_id = a.agreement_id
                            where o.id = :engagement
                        union all select n.id from phase_evaluation n join engagement o on o.agreement_id = n.agreement_id
                            where o.id = :engagement
                        union all select b.id from playbook b join engagement o on o.responsible_party_id = b.organisation_id
                            where o.id = :engagement
                        union all select r.id from training_record r join engagement o on o.responsible_party_id = r.organisation_id
                            where o.id = :engagement
                        union all select f.id from access_freeze f join engagement o on o.id = :engagement
                            where f.scope = 'ALL'
                               or (f.scope = 'AGREEMENT' and f.target_id = o.agreement_id)
                               or (f.scope = 'ORGANISATION' and f.target_id = o.responsible_party_id)
                               or (f.scope = 'PERSON' and exists (select from access_grant g
                                    where g.person_id = f.target_id and g.organisation_id = o.responsible_party_id
                                      and (o.agreement_id is null or g.agreement_id = o.agreement_id))
                                   and belonged_since(f.target_id, o.responsible_party_id, f.frozen_at)))
                     or (t.act like 'trail.%' and exists (select from trail_event v
                            where v.id = t.subject_id
                              and (v.agreement = e.agreement_id
                                   or (v.organisation = e.responsible_party_id
                                       and (e.agreement_id is null or v.agreement is null))
                                   or (v.organisation is null and v.agreement is null and e.agreement_id is null)))))))
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
