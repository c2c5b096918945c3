-- Samples of audits: frozen populations, drawn or picked items, their test sheets. Working papers: the team of an open engagement sees them,
-- and nobody else does.

create table audit_sample (
    id                  uuid primary key,
    row_version         integer     not null,
    engagement_id       uuid        not null references engagement,
    number              integer     not null check (number >= 1),
    purpose             text        not null check (purpose <> '' and length(purpose) <= 1000),
    kind                text        not null check (kind in ('GRANTS', 'TRAINING', 'ACCESS_DECISIONS', 'REPORT_DECISIONS', 'FREEZES')),
    method              text        not null check (method in ('RANDOM', 'STRATIFIED', 'JUDGEMENTAL')),
    period_first        date        not null,
    period_last         date        not null check (period_last >= period_first),
    size                integer     not null check (size between 0 and 500),
    records             integer     not null check (records between 1 and 200000),
    counted             bigint      not null check (counted >= 0),
    population_sha256   text        not null check (population_sha256 ~ '^[0-9a-f]{64}$'),
    frozen_by_person_id uuid        not null references person,
    frozen_at           timestamptz not null,
    state               text        not null check (state in ('AWAITING_SEED', 'SELECTED')),
    seed_size           bigint references trail_checkpoint,
    seed_sha256         text check (seed_sha256 ~ '^[0-9a-f]{64}$'),
    seed_note           bytea,
    drawn_at            timestamptz,
    constraint audit_sample_number_once unique (engagement_id, number),
    constraint audit_sample_of_engagement unique (id, engagement_id),
    constraint audit_sample_sized check ((method = 'JUDGEMENTAL') = (size = 0) and size <= records),
    constraint audit_sample_picked_has_no_seed check (method <> 'JUDGEMENTAL' or (state = 'SELECTED' and seed_size is null)),
    constraint audit_sample_drawn check (
        method = 'JUDGEMENTAL'
        or ((state = 'SELECTED') = (seed_size is not null) and (state = 'SELECTED') = (drawn_at is not null))),
    constraint audit_sample_seed_whole check ((seed_size is null) = (seed_sha256 is null) and (seed_size is null) = (seed_note is null))
);
comment on table audit_sample is 'A sample of an audit: what its population is, and by which checkpoint of the trail it was drawn.';
comment on column audit_sample.records is 'How many records were listed, in one statement.';
comment on column audit_sample.counted is 'How many there were by another path, in the same snapshot: by the trail, or by the signed log.';
comment on column audit_sample.population_sha256 is 'Of the list: a line for each record, id, space, stratum, sorted by id. The event of the freezing has it too.';
comment on column audit_sample.seed_size is 'The first checkpoint that covers the event of the freezing. The seed is the SHA-256 of its text.';
comment on column audit_sample.seed_note is 'That checkpoint as it was signed.';

create table sample_population_item (
    sample_id     uuid    not null references audit_sample,
    engagement_id uuid    not null,
    position      integer not null check (position >= 1),
    subject_id    uuid    not null,
    stratum       text    not null check (stratum ~ '^[A-Za-z0-9._-]{1,80}$'),
    primary key (sample_id, position),
    constraint sample_population_item_once unique (sample_id, subject_id),
    constraint sample_population_item_of_sample foreign key (sample_id, engagement_id) references audit_sample (id, engagement_id)
);
comment on table sample_population_item is 'The records of a frozen population, in the order of the list. Rows are inserted with the sample and never change.';

create table sample_item (
    id                    uuid primary key,
    row_version           integer not null,
    sample_id             uuid    not null,
    engagement_id         uuid    not null,
    position              integer not null check (position between 1 and 500),
    subject_id            uuid    not null,
    stratum               text    not null,
    reason                text    not null check (length(reason) <= 1000),
    state                 text    not null check (state in ('OPEN', 'TESTED', 'RETURNED', 'APPROVED')),
    result                text check (result in ('PASSED', 'EXCEPTION', 'NOT_APPLICABLE')),
    prepared_by_person_id uuid references person,
    prepared_at           timestamptz,
    judged_by_person_id   uuid references person,
    judged_at             timestamptz,
    return_reason         text    not null check (length(return_reason) <= 1000),
    constraint sample_item_position_once unique (sample_id, position),
    constraint sample_item_once unique (sample_id, subject_id),
    constraint sample_item_of_sample foreign key (sample_id, engagement_id) references audit_sample (id, engagement_id),
    constraint sample_item_of_population foreign key (sample_id, subject_id) references sample_population_item (sample_id, subject_id),
    constraint sample_item_tested check (
        (state = 'OPEN') = (result is null) and (state = 'OPEN') = (prepared_at is null)
            and (state = 'OPEN') = (prepared_by_person_id is null)),
    constraint sample_item_judged check
        ((judged_at is null) = (judged_by_person_id is null) and (state in ('OPEN', 'TESTED') or judged_at is not null)),
    constraint sample_item_reviewed_by_another check (state not in ('RETURNED', 'APPROVED') or judged_by_person_id <> prepared_by_person_id),
    constraint sample_item_returned_with_reason check (state <> 'RETURNED' or return_reason <> '')
);
comment on table sample_item is 'An item of a sample, with the state and result of its test. What the test sheet says stands in sample_sheet_content.';
comment on column sample_item.reason is 'Why auditors picked it; empty where it was drawn.';

create table sample_sheet_content (
    item_id            uuid primary key references sample_item,
    row_version        integer not null,
    engagement_id      uuid    not null references engagement,
    organisation_id    uuid    not null references organisation,
    sealed_procedure   bytea   not null check (octet_length(sealed_procedure) between 1 and 16384),
    sealed_observation bytea   not null check (octet_length(sealed_observation) between 1 and 32768)
);
comment on table sample_sheet_content is 'What a test sheet says, sealed under the audit firm''s key.';

do $$
declare
    each text;
begin
    foreach each in array array['audit_sample', 'sample_population_item', 'sample_item', 'sample_sheet_content'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
        execute format('create policy app_reads on %I for select to sekisho_app using (engagement_id = any ((select open_engagements())::uuid[]))', each);
    end loop;
end
$$;
-- What was frozen or drawn can't be changed by the portal's role at all.
grant update (row_version, state, seed_size, seed_sha256, seed_note, drawn_at) on audit_sample to sekisho_app;
grant update (row_version, state, result, prepared_by_person_id, prepared_at, judged_by_person_id, judged_at, return_reason)
    on sample_item to sekisho_app;
grant update (row_version, sealed_procedure, sealed_observation) on sample_sheet_content to sekisho_app;

-- Samples are taken in fieldwork; they are drawn and tested as long as the engagement is open.
create policy app_inserts on audit_sample for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]) and frozen_by_person_id = (select acting_person())
                and seed_size is null
                and exists (select from engagement e where e.id = engagement_id and e.state = 'FIELDWORK'));
-- As many as were counted when it was frozen, each in a place of its own: nothing can be added afterwards.
create policy app_inserts on sample_population_item for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[])
                and exists (select from audit_sample s where s.id = sample_id and position <= s.records));
create policy app_inserts on sample_item for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]) and state = 'OPEN');
create policy app_inserts on sample_sheet_content for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]) and organisation_id = (select acting_organisation()));
create policy app_updates on audit_sample for update to sekisho_app
    using (engagement_id = any ((select open_engagements())::uuid[]) and state = 'AWAITING_SEED')
    with check (engagement_id = any ((select open_engagements())::uuid[]));
create policy app_updates on sample_item for update to sekisho_app
    using (engagement_id = any ((select open_engagements())::uuid[]) and state <> 'APPROVED')
    with check (engagement_id = any ((select open_engagements())::uuid[]));
create policy app_updates on sample_sheet_content for update to sekisho_app
    using (engagement_id = any ((select open_engagements())::uuid[])
           and exists (select from sample_item i where i.id = item_id and i.state in ('OPEN', 'TESTED', 'RETURNED')));
