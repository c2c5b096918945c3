-- What witnesses signed below a checkpoint: that it grew from every one they had cosigned before.

create table trail_cosignature (
    size      bigint not null references trail_checkpoint,
    witness   text   not null check (witness ~ '^[^\s+]{1,255}$'),
    line      text   not null check (line like '— %' and length(line) <= 1000),
    kept_at   timestamptz not null,
    primary key (size, witness)
);
comment on table trail_cosignature is 'Cosignatures of configured witnesses (C2SP tlog-cosignature), each a line of the signed note, verified before it is kept.';
create index trail_cosignature_by_witness on trail_cosignature (witness, size desc);

grant select, insert on trail_cosignature to sekisho_app;
alter table trail_cosignature enable row level security;
alter table trail_cosignature force row level security;
create policy owner_all on trail_cosignature to sekisho_owner using (true) with check (true);
create policy app_reads on trail_cosignature for select to sekisho_app using ((select somebody_acts()));
create policy app_inserts on trail_cosignature for insert to sekisho_app with check ((select reaches('trail-witness')));

-- Added to what the function says by now, so that no other job loses its reach.
do $$
declare
    known text := pg_get_functiondef('system_reach(text)'::regprocedure);
    added text := replace(known, 'ELSE ''''::text', 'WHEN ''witnesses''::text THEN ''trail-witness''::text ELSE ''''::text');
begin
    if added = known then
        raise exception 'system_reach isn''t written as expected: %', known;
    end if;
    execute added;
end
$$;
