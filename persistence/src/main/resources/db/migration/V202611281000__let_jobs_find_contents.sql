-- The job that sweeps the store of contents has to see which files the rows of all organisations name.
do $$
declare
    each text;
begin
    foreach each in array array['evidence_content', 'pack_document', 'pack'] loop
        execute format('create policy content_names_reads on %I for select to sekisho_app using ((select borrows(''content-names'')))', each);
    end loop;
    -- Packs hold that a party decided to sign, and how the audited one did.
    foreach each in array array['internal_approval', 'internal_approval_level'] loop
        execute format('create policy pack_collection_reads on %I for select to sekisho_app using ((select borrows(''pack-collection'')))', each);
    end loop;
end
$$;
create index evidence_content_by_blob on evidence_content (blob);
create index pack_document_by_blob on pack_document (blob);
create index pack_by_blob on pack (blob) where blob is not null;
