-- The log over the trail: which event has which index, the tiles of the tree above them, and the signed checkpoints.
-- All of it is written by the sequencer, a job of which one leads; nothing of it changes an event's row.

create table trail_log (
    id     boolean primary key default true check (id),
    origin text   not null check (origin ~ '^[^\s+]{1,200}$'),
    epoch  bigint not null check (epoch >= 0)
);
comment on table trail_log is 'One row: the name of the log, fixed at its beginning, and who leads. Whoever takes the lead counts the epoch up; only who holds the latest may store a checkpoint.';

create table trail_leaf (
    index bigint primary key check (index >= 0),
    event uuid   not null unique references trail_event
);
comment on table trail_leaf is 'The order of the log: dense, from 0, given when an event leaves the outbox.';

create table trail_tile (
    level  smallint not null check (level between 0 and 7),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, index)
);
alter table trail_tile alter column hashes set storage external;
comment on table trail_tile is 'Tiles of the tree (C2SP tlog-tiles), each as wide as it is by now; a narrower one is its beginning.';

create function only_widen_tile() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if substring(new.hashes for octet_length(old.hashes)) <> old.hashes or new.level <> old.level or new.index <> old.index then
        raise exception 'a tile only grows' using errcode = 'check_violation', constraint = 'tile_only_grows';
    end if;
    return new;
end
$$;
create trigger tile_only_grows before update on trail_tile for each row execute function only_widen_tile();

create table trail_key (
    fingerprint text primary key,
    public_key  bytea  not null check (octet_length(public_key) = 44),
    first_size  bigint not null check (first_size >= 0)
);
comment on table trail_key is 'The public keys of the log, as SubjectPublicKeyInfo, each from the first checkpoint it signed.';

create table trail_checkpoint (
    size        bigint primary key check (size > 0),
    root        bytea  not null check (octet_length(root) = 32),
    signed_at   timestamptz not null,
    epoch       bigint not null,
    fingerprint text   not null references trail_key,
    note        bytea  not null
);
comment on table trail_checkpoint is 'Signed checkpoints: one of a size, ever. A checkpoint is stored with the order that it covers, and served afterwards.';

grant select on trail_log, trail_leaf, trail_tile, trail_key, trail_checkpoint to sekisho_app;
grant insert, update (epoch) on trail_log to sekisho_app;
grant insert on trail_leaf, trail_key, trail_checkpoint to sekisho_app;
grant insert, update (hashes) on trail_tile to sekisho_app;
grant select, delete on trail_outbox to sekisho_app;

do $$
declare
    each text;
begin
    foreach each in array array['trail_log', 'trail_leaf', 'trail_tile', 'trail_key', 'trail_checkpoint'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('create policy app_inserts on %I for insert to sekisho_app with check ((select reaches(''trail-log'')))', each);
    end loop;
    -- Hashes and what is signed over them are public; which event stands where is told to whoever sees the event.
    foreach each in array array['trail_log', 'trail_tile', 'trail_key', 'trail_checkpoint'] loop
        execute format('create policy app_reads on %I for select to sekisho_app using ((select somebody_acts()))', each);
    end loop;
end
$$;
create policy app_reads on trail_leaf for select to sekisho_app
    using ((select reaches('trail-log')) or exists (select from trail_event e where e.id = event));
create policy app_updates on trail_log for update to sekisho_app using ((select reaches('trail-log')));
create policy app_updates on trail_tile for update to sekisho_app using ((select reaches('trail-log')));
create policy app_reads on trail_outbox for select to sekisho_app using ((select reaches('trail-log')));
create policy app_deletes on trail_outbox for delete to sekisho_app using ((select reaches('trail-log')));

-- Added to what the function says by now, so that no other job loses its reach.
do $$
declare
    known text := pg_get_functiondef('system_reach(text)'::regprocedure);
    added text := replace(known, 'ELSE ''''::text', 'WHEN ''sequencer''::text THEN ''trail-log''::text ELSE ''''::text');
begin
    if added = known then
        raise exception 'system_reach isn''t written as expected: %', known;
    end if;
    execute added;
end
$$;
