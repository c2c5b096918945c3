-- What the domain refuses about independence, the database refuses again: no fieldwork before firm and team are accepted, and nobody
-- accepts a declaration alone.

create function is_independent(engagement uuid, firm uuid, person uuid, day date) returns boolean
    language sql stable
    set search_path = sekisho, pg_temp
as $$
    select coalesce((select d.state = 'ACCEPTED' and d.valid_until >= day
                     from independence_declaration d
                     where d.engagement_id = is_independent.engagement and d.firm_id = is_independent.firm
                       and d.person_id is not distinct from is_independent.person and d.decided_at is not null
                     order by d.decided_at desc limit 1), false);
$$;
comment on function is_independent(uuid, uuid, uuid, date) is 'Whether the declaration decided last, the firm''s own where no person is given, was accepted and counts on the day.';

create or replace function enter_audits(auditor uuid, firm uuid, affiliated uuid[], day date) returns void
    language plpgsql volatile
    set search_path = sekisho, pg_temp
as $$
declare
    audits uuid[];
    opened uuid[];
    readable uuid[] := coalesce(nullif(current_setting('sekisho.agreements', true), '')::uuid[], '{}');
begin
    select coalesce(array_agg(m.engagement_id), '{}') into audits
    from engagement_member m
    where m.person_id = auditor and m.firm_id = firm and m.released_at is null;
    -- As AuditorScope decides it, without section and period.
    select coalesce(array_agg(e.id), '{}'), readable || coalesce(array_agg(e.agreement_id) filter (where e.agreement_id is not null), '{}')
    into opened, readable
    from engagement e
    where e.id = any (audits) and e.firm_id = firm and e.state in ('FIELDWORK', 'REPORTING')
      and e.responsible_party_id <> all (affiliated)
      and is_independent(e.id, firm, auditor, day) and is_independent(e.id, firm, null, day);
    perform set_config('sekisho.audits', audits::text, true),
            set_config('sekisho.engagements', opened::text, true),
            set_config('sekisho.agreements', readable::text, true);
end
$$;
comment on function open_engagements() is 'Those of own_audits() that are open to this auditor: in fieldwork or reporting, by the person''s firm, independence of both accepted.';

-- The two verdicts come from two people, however they are given at once.
alter table independence_verdict add constraint independence_verdict_by_two unique (declaration_id, person_id);

create function refuse_verdict() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    declared independence_declaration%rowtype;
    day      date := (new.decided_at at time zone 'Asia/Tokyo')::date;
begin
    select d.* into strict declared from independence_declaration d where d.id = new.declaration_id;
    if new.person_id = declared.declared_by_person_id or new.person_id = declared.person_id then
        raise exception using errcode = 'check_violation', constraint = 'independence_verdict_not_own', message = 'Nobody decides what they declared';
    end if;
    if exists (
            select from affiliation a
            where a.person_id = new.person_id and a.organisation_id = declared.firm_id and a.first_day <= day
              and (a.last_day is null or day < a.last_day + 1 + interval '2 years')) then
        raise exception using errcode = 'check_violation', constraint = 'independence_verdict_not_of_firm', message = 'The firm doesn''t decide on its own';
    end if;
    if not coalesce(case new.side
            when 'SECRETARIAT' then exists (select from engagement e where e.id = declared.engagement_id and e.owner_id = new.organisation_id)
            when 'AUTHORITY' then exists (select from organisation o where o.id = new.organisation_id and o.kind = 'AUTHORITY')
        end, false) then
        raise exception using errcode = 'check_violation', constraint = 'independence_verdict_by_side', message = 'No organisation decides for another';
    end if;
    return new;
end
$$;
comment on function refuse_verdict() is 'Refuses a verdict of whoever declared, of somebody of the firm, or for another side.';

create function refuse_acceptance() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if (select count(*) from independence_verdict v where v.declaration_id = new.id and v.accepted) < 2 then
        raise exception using errcode = 'check_violation', constraint = 'independence_accepted_by_both', message = 'Both sides haven''t accepted';
    end if;
    return null;
end
$$;
comment on function refuse_acceptance() is 'A declaration is accepted when secretariat and authority both accepted it.';

create function refuse_fieldwork() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    day date := (new.fieldwork_at at time zone 'Asia/Tokyo')::date;
begin
    if not is_independent(new.id, new.firm_id, null, day)
       or not coalesce((select bool_and(is_independent(new.id, new.firm_id, m.person_id, day))
                        from engagement_member m where m.engagement_id = new.id and m.released_at is null), false) then
        raise exception using errcode = 'check_violation', constraint = 'engagement_begun_independent',
            message = 'The firm or somebody on the team isn''t accepted as independent';
    end if;
    return null;
end
$$;
comment on function refuse_fieldwork() is 'The fieldwork begins when the firm and everybody on the team are accepted as independent.';

grant create on schema sekisho to sekisho_lookup;
alter function refuse_verdict() owner to sekisho_lookup;
alter function refuse_acceptance() owner to sekisho_lookup;
alter function refuse_fieldwork() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function is_independent(uuid, uuid, uuid, date), refuse_verdict(), refuse_acceptance(), refuse_fieldwork() from public;
grant execute on function is_independent(uuid, uuid, uuid, date) to sekisho_lookup;
grant select on independence_verdict to sekisho_lookup;
create policy lookup_reads on independence_verdict for select to sekisho_lookup using (true);

create trigger refuse_verdict before insert on independence_verdict for each row execute function refuse_verdict();
-- At the commit: verdict and declaration are written in either order.
create constraint trigger refuse_acceptance after insert or update on independence_declaration deferrable initially deferred
    for each row when (new.state = 'ACCEPTED') execute function refuse_acceptance();
create constraint trigger refuse_fieldwork after update on engagement deferrable initially deferred
    for each row when (old.state = 'SCHEDULED' and new.state <> 'SCHEDULED') execute function refuse_fieldwork();

-- Nothing begins by being inserted.
alter policy app_inserts on engagement with check ((select reaches('engagements')) and state = 'SCHEDULED');
alter policy app_inserts on independence_declaration
    with check (((select reaches('engagements')) or engagement_id = any ((select own_audits())::uuid[])) and state = 'DECLARED');
