-- What names something that thousands of reports name is read from the latest on, as far as a page needs it.

alter table report_marker add column received_at timestamptz;
comment on column report_marker.received_at is 'When its report arrived, which never changes. Kept by a trigger.';
update report_marker m set received_at = r.received_at from report r where r.id = m.report_id;
alter table report_marker alter column received_at set not null;

create function keep_arrival() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    select r.received_at into new.received_at from report r where r.id = new.report_id;
    return new;
end
$$;
comment on function keep_arrival() is 'Writes into a marker when its report arrived. The report is there before what it is found by.';

create index report_marker_by_arrival on report_marker (lookup, received_at desc, report_id desc);
create index report_marker_alike on report_marker (organisation_id, kind, value, received_at desc, report_id);
drop index report_marker_by_value;

drop function reports_naming(text);
create function reports_naming(marker text, most integer default null) returns setof uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
declare
    own        uuid    := acting_organisation();
    everything boolean := reaches('reports');
    authority  boolean := acts_for_authority();
    agreements uuid[]  := readable_agreements();
begin
    if everything or authority then
        return query
            select n.report_id
            from (select distinct on (m.received_at, m.report_id) m.received_at, m.report_id from report_marker m where m.lookup = lower(marker)
                  order by m.received_at desc, m.report_id desc) n
                join report r on r.id = n.report_id
            where r.organisation_id = own or r.provider_id = own or everything
                  or (authority and r.authority_reads_since is not null and r.agreement_id = any (agreements))
            order by n.received_at desc, n.report_id desc limit most;
    else
        return query
            select n.report_id
            from (select m.received_at, m.report_id from report_marker m where m.lookup = lower(marker) and m.organisation_id = own
                  union
                  select m.received_at, m.report_id from report_marker m join report r on r.id = m.report_id
                  where m.lookup = lower(marker) and r.provider_id = own) n
            order by n.received_at desc, n.report_id desc limit most;
    end if;
end
$$;
comment on function reports_naming(text, integer) is 'The reports that the actor reads and whose present revision names this number, weakness or component: the latest so many, or all.';

-- The policy of markers asks a function about each that isn't the reader's own organisation's. This asks once who reads, and the same.
create function reports_alike(subject uuid, most integer) returns table (report_id uuid, markers bigint)
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
declare
    own        uuid    := acting_organisation();
    everything boolean := reaches('reports');
    authority  boolean := acts_for_authority();
    agreements uuid[]  := readable_agreements();
begin
    return query
        select other.report_id, count(*)
        from report s
            join report_marker m on m.report_id = s.id and m.kind <> 'WEAKNESS'
            cross join lateral (
                select o.report_id
                from report_marker o join report r on r.id = o.report_id
                where o.organisation_id = m.organisation_id and o.kind = m.kind and o.value = m.value and o.report_id <> m.report_id
                  and (r.organisation_id = own or r.provider_id = own or everything
                       or (authority and r.authority_reads_since is not null and r.agreement_id = any (agreements)))
                order by o.received_at desc limit most) other
        where s.id = subject
          and (s.organisation_id = own or s.provider_id = own or everything
               or (authority and s.authority_reads_since is not null and s.agreement_id = any (agreements)))
        group by other.report_id;
end
$$;
comment on function reports_alike(uuid, integer) is
    'The reports of the same organisation that name what this one names, weaknesses apart, and how much of it: for each name the latest so many, where the actor reads both.';

grant create on schema sekisho to sekisho_lookup;
alter function keep_arrival() owner to sekisho_lookup;
alter function reports_naming(text, integer) owner to sekisho_lookup;
alter function reports_alike(uuid, integer) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function keep_arrival(), reports_naming(text, integer), reports_alike(uuid, integer) from public;
grant execute on function reports_naming(text, integer), reports_alike(uuid, integer) to sekisho_app;

create trigger keep_arrival before insert on report_marker for each row execute function keep_arrival();
