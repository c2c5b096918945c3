-- The file that a party signed outside: what the row of its signature names by hash is kept here, sealed.
create table agreement_signed_file (
    id              uuid   primary key,
    signature_id    uuid   not null unique references agreement_signature deferrable initially deferred,
    organisation_id uuid   not null references organisation,
    size            bigint not null check (size > 0),
    blob            text   not null check (blob <> '' and length(blob) <= 200)
);
comment on table agreement_signed_file is 'Where the sealed file of a signature made outside is kept, under the key of the party that signed.';
create index agreement_signed_file_by_blob on agreement_signed_file (blob);

alter table agreement_signed_file enable row level security;
alter table agreement_signed_file force row level security;
create policy owner_all on agreement_signed_file to sekisho_owner using (true) with check (true);
-- Whoever sees the signature may see what was signed.
create policy app_reads on agreement_signed_file for select to sekisho_app
    using (exists (select from agreement_signature s where s.id = signature_id));
create policy app_inserts on agreement_signed_file for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy content_names_reads on agreement_signed_file for select to sekisho_app using ((select borrows('content-names')));
grant select, insert on agreement_signed_file to sekisho_app;
