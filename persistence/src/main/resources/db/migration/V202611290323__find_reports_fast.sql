-- Lists of a million reports: in the order of their arrival for whoever sees those of many institutions, and found by what they name.

create index report_by_time on report (received_at desc, id desc);

alter table report_marker add column lookup text generated always as (lower(value)) stored;
comment on column report_marker.lookup is 'The value as it is looked for, in small letters.';
create index report_marker_by_lookup on report_marker (lookup, report_id);

-- The policy of markers asks about each row by itself, which is dear for whoever reads reports of many. This asks once, and the same.
create function reports_naming(marker text) returns setof uuid
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
        select distinct m.report_id
        from report_marker m join report r on r.id = m.report_id
        where m.lookup = lower(marker)
          and (r.organisation_id = own or r.provider_id = own or everything
               or (authority and r.authority_reads_since is not null and r.agreement_id = any (agreements)));
end
$$;
comment on function reports_naming(text) is 'The reports that the actor reads and whose present revision names this number, weakness or component.';

grant create on schema sekisho to sekisho_lookup;
alter function reports_naming(text) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function reports_naming(text) from public;
grant execute on function reports_naming(text) to sekisho_app;
grant select on report, report_marker to sekisho_lookup;
create policy lookup_reads on report for select to sekisho_lookup using (true);
create policy lookup_reads on report_marker for select to sekisho_lookup using (true);

-- The same rows as before, but what an institution owns, and what somebody sees of all, is known without asking the report for each row.
alter policy app_reads on review_chain
    using (organisation_id = (select acting_organisation())
           or (select reaches('agreements') or reaches('reports'))
           or exists (select from report r where r.id = report_id));
alter policy app_reads on review_stage
    using (organisation_id = (select acting_organisation())
           or (select reaches('agreements') or reaches('reports'))
           or exists (select from review_chain c where c.id = chain_id));
