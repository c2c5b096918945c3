-- Versions that came into force as documents that the portal signed: made once, kept, and never changed.

create table agreement_document (
    id                   uuid        primary key,
    agreement_version_id uuid        not null references agreement_version,
    language             text        not null check (language in ('EN', 'JA')),
    organisation_id      uuid        not null references organisation,
    content_hash         text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    blob                 text        not null check (blob <> '' and length(blob) <= 200),
    size                 bigint      not null check (size > 0),
    sha256               text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    certificate_sha256   text        not null check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
    time_stamped         boolean     not null,
    made_at              timestamptz not null,
    constraint agreement_document_once unique (agreement_version_id, language)
);
comment on table agreement_document is 'A version that came into force as PDF with the portal''s signature, one for each language: where its sealed bytes are kept. Inserted, never changed or deleted.';
comment on column agreement_document.organisation_id is 'The party that receives access, under whose key it is sealed.';
comment on column agreement_document.content_hash is 'What the parties signed; the document names it.';
comment on column agreement_document.certificate_sha256 is 'Of the certificate that it was signed with.';
create index agreement_document_by_blob on agreement_document (blob);
-- The job looks every few seconds.
create index agreement_version_that_governed on agreement_version (governs_since) where governs_since is not null;

create function agreement_document_stays() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    raise exception using errcode = 'check_violation', constraint = 'agreement_document_stays', message = 'A signed document never changes';
end
$$;
comment on function agreement_document_stays() is 'Refuses every change of a signed document, whoever asks.';
create trigger agreement_document_stays before update or delete on agreement_document for each row execute function agreement_document_stays();

create function refuse_agreement_document() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if not exists (select from agreement_version v
                   where v.id = new.agreement_version_id and v.governs_since is not null and v.content_hash = new.content_hash) then
        raise exception using errcode = 'check_violation', constraint = 'agreement_document_in_force',
            message = 'Only a version that came into force is signed as a document, under the hash that the parties signed';
    end if;
    return new;
end
$$;
comment on function refuse_agreement_document() is 'Refuses a signed document of a version that never came into force.';
create trigger refuse_agreement_document before insert on agreement_document for each row execute function refuse_agreement_document();

alter table agreement_document enable row level security;
alter table agreement_document force row level security;
create policy owner_all on agreement_document to sekisho_owner using (true) with check (true);
-- Whoever sees the version may see it as a document; only the job makes them.
create policy app_reads on agreement_document for select to sekisho_app
    using (exists (select from agreement_version v where v.id = agreement_version_id));
create policy app_inserts on agreement_document for insert to sekisho_app with check ((select reaches('agreement-documents')));
create policy content_names_reads on agreement_document for select to sekisho_app using ((select borrows('content-names')));
grant select, insert on agreement_document to sekisho_app;

-- Added to what the function says by now, so that no other job loses its reach.
do $$
declare
    known text := pg_get_functiondef('system_reach(text)'::regprocedure);
    added text := replace(known, 'ELSE ''''::text',
                          'WHEN ''document-signer''::text THEN ''agreements-read,agreement-documents''::text ELSE ''''::text');
begin
    if added = known then
        raise exception 'system_reach isn''t written as expected: %', known;
    end if;
    execute added;
end
$$;
