-- What reaches beyond policies, so that everybody who may see a thing is told the same of it, is told to somebody: without an actor nothing is.

create or replace function counted_sections(engagement uuid, first_day date, last_day date, moment timestamptz)
    returns table (section text, month text, proved bigint, due bigint)
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        with audited as (
            select a.agreement_id, a.responsible_party_id from engagement a where a.id = counted_sections.engagement and somebody_acts()),
        span as (
            select first_day::timestamp at time zone 'Asia/Tokyo' as begins,
                   least((last_day + 1)::timestamp at time zone 'Asia/Tokyo', moment) as ends),
        thing as (
            -- A stage by its clock; a review that was overtaken by a new revision decided nothing.
            select 'REPORT_REVIEWS' as about, s.due_at as at, coalesce(s.closed_at <= s.due_at, false) as done
            from audited x
                join report r on r.agreement_id = x.agreement_id and r.organisation_id = x.responsible_party_id
                join review_chain c on c.report_id = r.id
                join review_stage s on s.chain_id = c.id
            where s.due_at is not null and s.state <> 'VOID'
            union all
            -- An escalation that waits for somebody, once that is over: acknowledged, or raised again because nobody did in time.
            select 'ESCALATIONS', e.opened_at, e.acknowledged_at is not null and e.raises = 0
            from audited x join escalation e on e.agreement_id = x.agreement_id and e.organisation_id = x.responsible_party_id
            where e.level <> 'NOTIFY' and (e.acknowledged_at is not null or e.raises > 0)
            union all
            -- A release by the day on which it was asked for, with the recipient's receipt.
            select 'RELEASES', l.requested_at,
                   exists (select from report_release_receipt t where t.release_id = l.id and t.kind = 'RECEIVED')
            from audited x join report_release l on l.agreement_id = x.agreement_id and l.organisation_id = x.responsible_party_id
            where l.state in ('RELEASED', 'RECALLED'))
        select thing.about, to_char(thing.at at time zone 'Asia/Tokyo', 'YYYY-MM'), count(*) filter (where thing.done), count(*)
        from span join thing on thing.at >= span.begins and thing.at < span.ends
        group by 1, 2;
end
$$;

create or replace function attested_days(engagement uuid) returns table (first_day date, last_day date)
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        select t.first_day, least(t.valid_until, (t.withdrawn_at at time zone 'Asia/Tokyo')::date - 1)
        from engagement a join environment_attestation t on t.agreement_id = a.agreement_id
        where a.id = attested_days.engagement and somebody_acts() and t.state in ('APPROVED', 'WITHDRAWN') and t.decided_at is not null
          and (t.withdrawn_at is null or (t.withdrawn_at at time zone 'Asia/Tokyo')::date > t.first_day);
end
$$;

create or replace function audited_owner(kind text, subject uuid) returns uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return case when not somebody_acts() then null else case kind
        when 'report' then (select r.organisation_id from report r where r.id = subject)
        when 'escalation' then (select e.organisation_id from escalation e where e.id = subject)
        when 'release' then (select l.organisation_id from report_release l where l.id = subject)
        when 'embargo' then (select m.organisation_id from embargo m where m.id = subject)
        when 'disclosure' then (select c.organisation_id from disclosure_case c where c.id = subject)
    end end;
end
$$;

create or replace function audited_in(kind text, subject uuid) returns uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return (select e.responsible_party_id from engagement e
            where somebody_acts() and e.id = case kind
                when 'engagement' then subject
                when 'audit-request' then (select r.engagement_id from audit_request r where r.id = subject)
                when 'audit-finding' then (select f.engagement_id from audit_finding f where f.id = subject)
                when 'corrective-action' then (select c.engagement_id from corrective_action c where c.id = subject)
                when 'evidence' then (select i.engagement_id from evidence_item i where i.id = subject)
                when 'pack' then (select p.engagement_id from pack p where p.id = subject)
                when 'sample' then (select s.engagement_id from audit_sample s where s.id = subject)
                when 'sample-item' then (select i.engagement_id from sample_item i where i.id = subject)
            end);
end
$$;
