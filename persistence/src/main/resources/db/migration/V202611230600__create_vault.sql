-- The keys the database was written with. The keys themselves stand in the key folder of the nodes.

create table vault_key (
    organisation_id uuid    not null references organisation,
    key_version     integer not null check (key_version >= 1),
    fingerprint     text    not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    destroyed_at    timestamptz,
    primary key (organisation_id, key_version)
);
comment on table vault_key is 'Fingerprints of the organisations'' keys. A node whose key folder doesn''t match them refuses to start.';
comment on column vault_key.fingerprint is 'HMAC-SHA-256 under the key over organisation and version: the same for the same key only, and says nothing about it.';
comment on column vault_key.destroyed_at is 'When the destruction was decided; the key store carries it out after the commit, and again should a backup bring the key back.';

grant select, insert, update (destroyed_at) on vault_key to sekisho_app;

alter table vault_key enable row level security;
alter table vault_key force row level security;
create policy owner_all on vault_key to sekisho_owner using (true) with check (true);
-- Fingerprints tell nothing, and a node compares all of them.
create policy app_reads on vault_key for select to sekisho_app using ((select somebody_acts()));
create policy app_inserts on vault_key for insert to sekisho_app with check ((select reaches('organisations')));
create policy app_updates on vault_key for update to sekisho_app using ((select reaches('organisations')));
