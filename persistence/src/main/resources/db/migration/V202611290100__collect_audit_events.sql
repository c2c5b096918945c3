-- What a pack's part of the trail is chosen by: the engagement and its own records, and whose person a freeze names.

do $$
declare
    each text;
begin
    foreach each in array array['engagement', 'engagement_member', 'independence_declaration', 'audit_request', 'affiliation'] loop
        execute format('create policy pack_collection_reads on %I for select to sekisho_app using ((select borrows(''pack-collection'')))', each);
    end loop;
end
$$;
