-- What of an audited agreement fell due in each month, and how much of it was done: the same for everybody who may see the audit, since whoever
-- sees fewer reports would be told that fewer fell due. They tell numbers and days, and whose they are by the engagement alone.

create function counted_sections(engagement uuid, first_day date, last_day date, moment timestamptz)
    returns table (section text, month text, proved bigint, due bigint)
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        with audited as (
            select a.agreement_id, a.responsible_party_id from engagement a where a.id = counted_sections.engagement),
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
comment on function counted_sections(uuid, date, date, timestamptz) is 'By section and month in Japan: how much fell due before the moment, and how much of it was done as it should be.';

create function attested_days(engagement uuid) returns table (first_day date, last_day date)
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        select t.first_day, least(t.valid_until, (t.withdrawn_at at time zone 'Asia/Tokyo')::date - 1)
        from engagement a join environment_attestation t on t.agreement_id = a.agreement_id
        where a.id = attested_days.engagement and t.state in ('APPROVED', 'WITHDRAWN') and t.decided_at is not null
          and (t.withdrawn_at is null or (t.withdrawn_at at time zone 'Asia/Tokyo')::date > t.first_day);
end
$$;
comment on function attested_days(uuid) is 'From when to when an environment of the audited agreement was approved.';

grant select on report_release_receipt, environment_attestation to sekisho_lookup;
create policy lookup_reads on report_release_receipt for select to sekisho_lookup using (true);
create policy lookup_reads on environment_attestation for select to sekisho_lookup using (true);
grant create on schema sekisho to sekisho_lookup;
alter function counted_sections(uuid, date, date, timestamptz) owner to sekisho_lookup;
alter function attested_days(uuid) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function counted_sections(uuid, date, date, timestamptz), attested_days(uuid) from public;
grant execute on function counted_sections(uuid, date, date, timestamptz), attested_days(uuid) to sekisho_app;
