-- Every order in which lists of reports are offered, also for an institution among its own; and what a list is narrowed and counted by, in the index.

drop index report_by_arrival;
create index report_by_arrival on report (organisation_id, received_at desc, id desc)
    include (agreement_id, provider_id, authority_reads_since, state, tier, label);
create index report_in_organisation on report (organisation_id, id);
create index report_in_agreement on report (agreement_id, id);
create index report_of_owner_by_agreement on report (organisation_id, agreement_id, id);
create index report_of_owner_by_standing on report (organisation_id, state, id);
create index report_of_owner_by_tier on report
    (organisation_id, (case tier when 'CRITICAL' then '1' when 'HIGH' then '2' when 'MEDIUM' then '3' else '4' end), id);
create index report_of_owner_by_label on report (organisation_id, label, id);
create index report_of_owner_by_due on report (organisation_id, (coalesce(due_at, timestamptz 'infinity')), id);

-- A queue narrowed to a tier.
create index report_queue_of_owner_by_tier on report (organisation_id, stage_side, stage_tier, due_at, stage_id) where stage_side is not null;

-- The page of a report reads the places of its review, which were looked for among all.
create index review_seat_of_chain on review_seat (chain_id);

-- What an institution's reports name, the latest first.
create index report_marker_of_owner on report_marker (lookup, organisation_id, received_at desc, report_id desc);
drop index report_marker_by_lookup_of_owner;

drop function reports_naming(text, integer);
create function reports_naming(marker text, most integer default null, owner uuid default null) returns setof uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
declare
    own        uuid    := acting_organisation();
    everything boolean := reaches('reports');
    authority  boolean := acts_for_authority();
    agreements uuid[]  := readable_agreements();
    listed     boolean := reaches('agreements') or reaches('agreements-read') or borrows('access-decision');
begin
    if owner = own then
        return query
            select n.report_id
            from (select distinct on (m.received_at, m.report_id) m.received_at, m.report_id from report_marker m
                  where m.lookup = lower(marker) and m.organisation_id = own
                  order by m.received_at desc, m.report_id desc) n
                join report r on r.id = n.report_id
            where listed or r.agreement_id = any (agreements)
            order by n.received_at desc, n.report_id desc limit most;
    elsif everything or authority then
        return query
            select n.report_id
            from (select distinct on (m.received_at, m.report_id) m.received_at, m.report_id from report_marker m
                  where m.lookup = lower(marker) and (owner is null or m.organisation_id = owner)
                  order by m.received_at desc, m.report_id desc) n
                join report r on r.id = n.report_id
            where (r.organisation_id = own or r.provider_id = own or everything
                   or (authority and r.authority_reads_since is not null and r.agreement_id = any (agreements)))
              and (listed or r.agreement_id = any (agreements))
            order by n.received_at desc, n.report_id desc limit most;
    else
        return query
            select n.report_id
            from (select m.received_at, m.report_id from report_marker m where m.lookup = lower(marker) and m.organisation_id = own
                  union
                  select m.received_at, m.report_id from report r join report_marker m on m.report_id = r.id
                  where m.lookup = lower(marker) and r.provider_id = own) n
                join report r on r.id = n.report_id
            where (owner is null or r.organisation_id = owner) and (listed or r.agreement_id = any (agreements))
            order by n.received_at desc, n.report_id desc limit most;
    end if;
end
$$;
comment on function reports_naming(text, integer, uuid) is
    'The reports that the actor reads, under agreements that it reads, and whose present revision names this number, weakness or component: the latest so many, or all; those of an owner, or of anybody.';

grant create on schema sekisho to sekisho_lookup;
alter function reports_naming(text, integer, uuid) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function reports_naming(text, integer, uuid) from public;
grant execute on function reports_naming(text, integer, uuid) to sekisho_app;
