-- What the full check of the log found, each time it was made.

create table trail_check (
    id         uuid primary key,
    checked_at timestamptz not null,
    size       bigint      not null check (size >= 0),
    found      text        not null
);
comment on table trail_check is 'Full checks of the log over the trail: how many places were looked at, and what was found, a line each; nothing where all is as it was signed.';
create index trail_check_by_time on trail_check (checked_at desc);

grant select, insert on trail_check to sekisho_app;
alter table trail_check enable row level security;
alter table trail_check force row level security;
create policy owner_all on trail_check to sekisho_owner using (true) with check (true);
create policy app_reads on trail_check for select to sekisho_app using ((select somebody_acts()));
create policy app_inserts on trail_check for insert to sekisho_app with check ((select reaches('trail-check')));

-- Whoever sees the whole trail sees its whole order.
alter policy app_reads on trail_leaf
    using ((select reaches('trail-log') or reaches('trail')) or exists (select from trail_event e where e.id = event));
alter policy app_reads on trail_outbox using ((select reaches('trail-log') or reaches('trail')));

-- Added to what the function says by now, so that no other job loses its reach.
do $$
declare
    known text := pg_get_functiondef('system_reach(text)'::regprocedure);
    added text := replace(known, 'ELSE ''''::text', 'WHEN ''trail-check''::text THEN ''trail,trail-check''::text ELSE ''''::text');
begin
    if added = known then
        raise exception 'system_reach isn''t written as expected: %', known;
    end if;
    execute added;
end
$$;
