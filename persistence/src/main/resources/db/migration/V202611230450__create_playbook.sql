-- Playbooks and their exercises.

create table playbook (
    id                         uuid primary key,
    row_version                integer     not null,
    organisation_id            uuid        not null references organisation,
    code                       text        not null check (code ~ '^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$'),
    version                    integer     not null check (version >= 1),
    title_en                   text        not null check (title_en <> '' and length(title_en) <= 200),
    title_ja                   text        not null check (title_ja <> '' and length(title_ja) <= 200),
    state                      text        not null check (state in ('DRAFT', 'APPROVED', 'SUPERSEDED')),
    drafted_by_person_id       uuid        not null references person,
    drafted_at                 timestamptz not null,
    approved_by_person_id      uuid        references person,
    approved_at                timestamptz,
    last_reviewed_on           date,
    last_reviewed_by_person_id uuid        references person,
    unique (organisation_id, code, version),
    check (approved_by_person_id <> drafted_by_person_id),
    check ((state = 'DRAFT') = (approved_at is null)),
    check ((approved_by_person_id is null) = (approved_at is null)),
    check ((last_reviewed_on is null) = (approved_at is null)),
    check ((last_reviewed_by_person_id is null) = (last_reviewed_on is null)),
    -- One approved version. Deferred, as both rows change in one flush.
    exclude using btree (organisation_id with =, code with =) where (state = 'APPROVED') deferrable initially deferred
);
comment on table playbook is 'One version of an organisation''s playbook; approved by a second person, which retires the version before.';
create unique index playbook_draft on playbook (organisation_id, code) where state = 'DRAFT';

create table playbook_exercise (
    id                    uuid primary key,
    playbook_id           uuid        not null references playbook,
    exercised_on          date        not null,
    kind                  text        not null check (kind in ('TABLE_TOP', 'SIMULATION', 'FULL_SCALE', 'REAL_INCIDENT')),
    evidence_reference    text        not null check (evidence_reference <> '' and length(evidence_reference) <= 300),
    recorded_by_person_id uuid        not null references person,
    recorded_at           timestamptz not null
);
comment on table playbook_exercise is 'That a version of a playbook was exercised on a day. Rows are inserted, never changed or deleted.';
create index playbook_exercise_by_playbook on playbook_exercise (playbook_id, exercised_on desc);

do $$
declare
    each text;
begin
    foreach each in array array['playbook', 'playbook_exercise'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
    end loop;
end
$$;

grant select, insert, update on playbook to sekisho_app;
grant select, insert on playbook_exercise to sekisho_app;

-- A playbook is its organisation's own; the coordinator sees that it is there and when it was exercised.
create policy app_reads on playbook for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision')));
create policy app_inserts on playbook for insert to sekisho_app with check (organisation_id = (select acting_organisation()));
create policy app_updates on playbook for update to sekisho_app using (organisation_id = (select acting_organisation()));

create policy app_reads on playbook_exercise for select to sekisho_app
    using (exists (select from playbook p where p.id = playbook_id));
create policy app_inserts on playbook_exercise for insert to sekisho_app
    with check (recorded_by_person_id = (select acting_person())
                and exists (select from playbook p where p.id = playbook_id and p.organisation_id = (select acting_organisation())));
