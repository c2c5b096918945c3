-- Decision tables: risk and escalation as versioned data.

create table decision_table (
    id                   uuid primary key,
    row_version          integer     not null,
    code                 text        not null check (code ~ '^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$'),
    version              integer     not null check (version >= 1),
    used_for             text        not null check (used_for in ('RISK', 'ESCALATION', 'REFERENCE')),
    title                text        not null check (title <> '' and length(title) <= 200),
    definition           text        not null check (length(definition) <= 4000000),
    sha256               text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    rows_count           integer     not null check (rows_count between 0 and 5000),
    state                text        not null check (state in ('DRAFT', 'ADOPTED', 'RETIRED')),
    drafted_by_person_id uuid        not null references person,
    drafted_at           timestamptz not null,
    adopted_by_person_id uuid        references person,
    adopted_at           timestamptz,
    retired_by_person_id uuid        references person,
    retired_at           timestamptz,
    retire_reason        text        not null check (length(retire_reason) <= 1000),
    unique (code, version),
    check (adopted_by_person_id <> drafted_by_person_id),
    check ((state = 'DRAFT') = (adopted_at is null)),
    check ((adopted_by_person_id is null) = (adopted_at is null)),
    check ((state = 'RETIRED') = (retired_at is not null)),
    check ((retired_by_person_id is null) = (retired_at is null)),
    check ((retire_reason = '') = (retired_at is null))
);
comment on table decision_table is 'A version of a decision table; adopted by a second person, and never changed from then on.';
create unique index decision_table_draft on decision_table (code) where state = 'DRAFT';

alter table decision_table enable row level security;
alter table decision_table force row level security;
create policy owner_all on decision_table to sekisho_owner using (true) with check (true);
grant select, insert, update, delete on decision_table to sekisho_app;

create function edits_tables() returns boolean
    language sql stable
    return reaches('agreements') or acts_for_authority();
comment on function edits_tables() is 'Whether the actor is of the secretariat''s coordinators or acts for an authority.';

-- What is adopted governs everybody, so that everybody who acts reads it.
create policy app_reads on decision_table for select to sekisho_app
    using (case when state = 'DRAFT' then (select edits_tables()) else (select somebody_acts()) end);
create policy app_inserts on decision_table for insert to sekisho_app
    with check (state = 'DRAFT' and drafted_by_person_id = (select acting_person()) and (select edits_tables()));
create policy app_updates on decision_table for update to sekisho_app using ((select edits_tables()));
create policy app_deletes on decision_table for delete to sekisho_app using (state = 'DRAFT' and (select edits_tables()));

create function decision_table_stays() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'DRAFT'
            and (new.definition, new.sha256, new.rows_count, new.title, new.used_for, new.code, new.version,
                 new.drafted_by_person_id, new.adopted_by_person_id, new.adopted_at)
                is distinct from (old.definition, old.sha256, old.rows_count, old.title, old.used_for, old.code, old.version,
                 old.drafted_by_person_id, old.adopted_by_person_id, old.adopted_at) then
        raise exception 'an adopted decision table never changes' using errcode = 'check_violation';
    end if;
    if old.state <> new.state and not (old.state = 'DRAFT' and new.state = 'ADOPTED' or old.state = 'ADOPTED' and new.state = 'RETIRED') then
        raise exception 'a decision table goes from draft to adopted to retired' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger decision_table_stays before update on decision_table for each row execute function decision_table_stays();
