-- The actor of a transaction, as row-level security sees it, and the trail.
-- enter(…) sets these settings for one transaction. After it they are '' (not null), and ''::uuid is an error: hence nullif.
-- Policies call the functions inside a sub-select, so that they are evaluated once per statement and not once per row.

grant usage on schema sekisho to sekisho_app, sekisho_lookup;
grant select on schema_history to sekisho_app;

create function acting_person() returns uuid
    language sql stable
    return nullif(current_setting('sekisho.person', true), '')::uuid;
comment on function acting_person() is 'The person who acts in this transaction; null for the system and for nobody.';

create function acting_organisation() returns uuid
    language sql stable
    return nullif(current_setting('sekisho.organisation', true), '')::uuid;
comment on function acting_organisation() is 'The organisation for which the person acts.';

create function acting_day() returns date
    language sql stable
    return nullif(current_setting('sekisho.day', true), '')::date;
comment on function acting_day() is 'The day in Tokyo on which the person acts; null for the system and for nobody.';

create function reaches(what text) returns boolean
    language sql stable
    return coalesce(what = any (string_to_array(nullif(current_setting('sekisho.reach', true), ''), ',')), false);
comment on function reaches(text) is 'Whether the actor reaches all rows of a sort, by role or as a job of the system.';

create function borrows(what text) returns boolean
    language sql stable
    return coalesce(current_setting('sekisho.borrowed', true) = what, false);
comment on function borrows(text) is 'Whether the running use case reads with the reach of a decision, not of its actor.';

create function somebody_acts() returns boolean
    language sql stable
    return coalesce(nullif(current_setting('sekisho.actor', true), '') is not null, false);
comment on function somebody_acts() is 'Whether the transaction has an actor at all.';

create function readable_agreements() returns uuid[]
    language sql stable
    return coalesce(nullif(current_setting('sekisho.agreements', true), '')::uuid[], '{}');
comment on function readable_agreements() is 'The agreements that the actor may read because of a party, a designation or an engagement; who reaches all of them needs no list.';

create function writable_agreements() returns uuid[]
    language sql stable
    return coalesce(nullif(current_setting('sekisho.writable', true), '')::uuid[], '{}');
comment on function writable_agreements() is 'The agreements to which the acting organisation is a party.';

create table trail_event (
    id           uuid primary key,
    time         timestamptz not null,
    actor        text        not null,
    organisation uuid,
    act          text        not null,
    subject_kind text,
    subject_id   uuid,
    outcome      text        not null check (outcome in ('done', 'refused', 'failed')),
    leaf         bytea       not null check (octet_length(leaf) between 2 and 16384),
    leaf_hash    bytea       not null check (octet_length(leaf_hash) = 32),
    check ((subject_kind is null) = (subject_id is null))
);
comment on table trail_event is 'The trail: one row an event. The leaf is what is proven; the other columns repeat parts of it for searching. Rows are inserted and never change.';
create index trail_event_by_time on trail_event (time desc, id desc);
create index trail_event_by_organisation on trail_event (organisation, time desc, id desc);
create index trail_event_by_subject on trail_event (subject_id, time desc, id desc);
create index trail_event_by_actor on trail_event (actor, time desc, id desc);

create table trail_outbox (
    event     uuid primary key references trail_event,
    leaf_hash bytea not null
);
comment on table trail_outbox is 'Events that no checkpoint covers yet. The sequencer takes rows out; it never reads past a cursor, which would lose late commits.';

create table trail_opening (
    event  uuid  not null references trail_event,
    detail text  not null,
    key    bytea not null check (octet_length(key) = 32),
    value  text  not null,
    primary key (event, detail)
);
comment on table trail_opening is 'What opens the commitments of an event. Rows can be erased, as personal data must be, without breaking a proof.';

create table trail_material (
    event    uuid primary key references trail_event,
    material bytea not null
);
comment on table trail_material is 'Details too large for a leaf, which then holds their hash.';

grant select, insert on trail_event, trail_opening, trail_material to sekisho_app;
grant insert on trail_outbox to sekisho_app;

alter table trail_event enable row level security;
alter table trail_event force row level security;
alter table trail_outbox enable row level security;
alter table trail_outbox force row level security;
alter table trail_opening enable row level security;
alter table trail_opening force row level security;
alter table trail_material enable row level security;
alter table trail_material force row level security;

create policy owner_all on trail_event to sekisho_owner using (true) with check (true);
create policy owner_all on trail_outbox to sekisho_owner using (true) with check (true);
create policy owner_all on trail_opening to sekisho_owner using (true) with check (true);
create policy owner_all on trail_material to sekisho_owner using (true) with check (true);

create policy app_insert on trail_event for insert to sekisho_app with check ((select somebody_acts()));
create policy app_insert on trail_outbox for insert to sekisho_app with check ((select somebody_acts()));
create policy app_insert on trail_opening for insert to sekisho_app with check ((select somebody_acts()));
create policy app_insert on trail_material for insert to sekisho_app with check ((select somebody_acts()));
