-- An institution looks for what its reports name among its own markers, and not among those of all others.

create index report_marker_by_lookup_of_owner on report_marker (lookup, organisation_id, report_id);
drop index report_marker_by_lookup;

create or replace function reports_naming(marker text) returns setof uuid
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
            select distinct m.report_id
            from report_marker m join report r on r.id = m.report_id
            where m.lookup = lower(marker)
              and (r.organisation_id = own or r.provider_id = own or everything
                   or (authority and r.authority_reads_since is not null and r.agreement_id = any (agreements)));
    else
        return query
            select m.report_id from report_marker m where m.lookup = lower(marker) and m.organisation_id = own
            union
            select m.report_id from report_marker m join report r on r.id = m.report_id where m.lookup = lower(marker) and r.provider_id = own;
    end if;
end
$$;
