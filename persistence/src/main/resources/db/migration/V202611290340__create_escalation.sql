-- What reports ask for towards the authority, evaluated at every change, and the escalations that follow. To run after report, guard_review
-- and create_notice.

create table report_evaluation (
    id              uuid primary key,
    report_id       uuid        not null,
    organisation_id uuid        not null,
    revision_id     uuid        not null,
    cause           text        not null check (cause in ('FILED', 'IMPORTED', 'REVISED', 'FACTS_CHANGED', 'TIER_CHANGED', 'LISTS_LOADED')),
    table_code      text        not null check (table_code <> ''),
    table_version   integer     not null check (table_version >= 1),
    row_number      integer     not null check (row_number >= 0),
    inputs          text        not null check (inputs <> '' and length(inputs) <= 4000),
    listed          text        not null check (listed in ('NONE', 'PROOF', 'ACTIVE')),
    level           text        not null check (level in ('NONE', 'NOTIFY', 'WITHIN_24_HOURS', 'NOW')),
    evaluated_at    timestamptz not null,
    constraint report_evaluation_of_report foreign key (report_id, organisation_id) references report (id, organisation_id) deferrable initially deferred,
    constraint report_evaluation_of_revision foreign key (revision_id, report_id) references report_revision (id, report_id)
        deferrable initially deferred,
    constraint report_evaluation_level unique (id, report_id, level)
);
comment on table report_evaluation is 'What the escalation table answered for a report: row, inputs and version. Never changed: a change of the report is another row.';
comment on column report_evaluation.inputs is 'Canonical JSON (RFC 8785) of what the table asked for, by its keys.';
comment on column report_evaluation.listed is 'What the published lists said of its flaws: when they say otherwise, it is evaluated again.';
create index report_evaluation_by_report on report_evaluation (report_id, evaluated_at desc, id desc);

create index report_evaluation_to_open on report_evaluation (evaluated_at, report_id) where cause = 'IMPORTED' and level <> 'NONE';

create table escalation (
    id                              uuid primary key,
    row_version                     integer     not null,
    report_id                       uuid        not null,
    organisation_id                 uuid        not null,
    agreement_id                    uuid        not null references agreement,
    evaluation_id                   uuid        not null,
    level                           text        not null check (level in ('NOTIFY', 'WITHIN_24_HOURS', 'NOW')),
    state                           text        not null check (state in ('TOLD', 'WAITING', 'ACKNOWLEDGED', 'STOOD_DOWN')),
    opened_at                       timestamptz not null,
    state_at                        timestamptz not null check (state_at >= opened_at),
    told_at                         timestamptz not null check (told_at > opened_at),
    due_at                          timestamptz,
    raises                          integer     not null check (raises >= 0),
    circle                          text        not null check (circle in ('ON_DUTY', 'ALL_DUTY_OFFICERS', 'COORDINATORS_TOO')),
    eased_at                        timestamptz,
    voluntary_at                    timestamptz,
    acknowledged_by_person_id       uuid references person,
    acknowledged_by_organisation_id uuid references organisation,
    acknowledged_at                 timestamptz,
    constraint escalation_of_report foreign key (report_id, organisation_id) references report (id, organisation_id) deferrable initially deferred,
    -- It rests on an evaluation of this very report that asks for this very level.
    constraint escalation_as_evaluated foreign key (evaluation_id, report_id, level) references report_evaluation (id, report_id, level)
        deferrable initially deferred,
    constraint escalation_clock_runs check ((state = 'WAITING') = (due_at is not null)),
    constraint escalation_waits_where_asked check (level <> 'NOTIFY' or state <> 'WAITING'),
    constraint escalation_acknowledged_by_somebody check
        ((acknowledged_at is null) = (acknowledged_by_person_id is null) and (acknowledged_at is null) = (acknowledged_by_organisation_id is null)),
    constraint escalation_acknowledged check
        (case state when 'ACKNOWLEDGED' then acknowledged_at is not null when 'STOOD_DOWN' then true else acknowledged_at is null end)
);
comment on table escalation is 'A report put before the authority: level, state and clock. What the authority reads stands in escalation_content.';
comment on column escalation.told_at is 'From when it waits for the authority''s duty officers; the institution''s are told before. The clock runs from the opening.';
comment on column escalation.eased_at is 'Since when the newest evaluation asks for less. That ends nothing.';
create unique index escalation_one_open on escalation (report_id) where state <> 'STOOD_DOWN';
create index escalation_by_clock on escalation (due_at, id) where state = 'WAITING';
create index escalation_by_owner on escalation (organisation_id, opened_at desc, id);
create index escalation_by_agreement on escalation (agreement_id, opened_at desc, id);
create index escalation_by_report on escalation (report_id, opened_at desc, id);

create table escalation_step (
    id              uuid primary key,
    escalation_id   uuid        not null references escalation deferrable initially deferred,
    kind            text        not null check (kind in ('OPENED', 'HEIGHTENED', 'EASED', 'SENT_ANEW', 'RAISED_AGAIN', 'CONTEXT_ADDED', 'MARKED_VOLUNTARY',
                                                         'ACKNOWLEDGED', 'STOOD_DOWN')),
    level           text        not null check (level in ('NONE', 'NOTIFY', 'WITHIN_24_HOURS', 'NOW')),
    person_id       uuid references person,
    organisation_id uuid references organisation,
    taken_at        timestamptz not null,
    sealed_reason   bytea,
    constraint escalation_step_by_a_person check
        ((kind in ('CONTEXT_ADDED', 'MARKED_VOLUNTARY', 'ACKNOWLEDGED', 'STOOD_DOWN')) = (person_id is not null)
            and (person_id is null) = (organisation_id is null)),
    constraint escalation_step_reason check ((kind = 'STOOD_DOWN') = (sealed_reason is not null))
);
comment on table escalation_step is 'Everything that happened with an escalation, with sealed reasons. Never changed.';
create index escalation_step_by_escalation on escalation_step (escalation_id, taken_at);

create table escalation_document (
    id            uuid primary key,
    escalation_id uuid        not null references escalation deferrable initially deferred,
    kind          text        not null check (kind in ('RENDERING', 'CONTEXT')),
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size          integer     not null check (size between 1 and 16777216),
    person_id     uuid references person,
    sent_at       timestamptz not null,
    constraint escalation_document_author check ((kind = 'CONTEXT') = (person_id is not null))
);
comment on table escalation_document is 'What was put before the authority, by the hash of its bytes. Never changed.';
create index escalation_document_by_escalation on escalation_document (escalation_id, sent_at);

create table escalation_content (
    document_id     uuid primary key references escalation_document deferrable initially deferred,
    organisation_id uuid  not null references organisation,
    sealed          bytea not null check (octet_length(sealed) >= 1)
);
comment on table escalation_content is 'The very bytes of a document, sealed under the key of the institution that owns the report. Never changed.';

create table escalation_reading (
    id              uuid primary key,
    document_id     uuid        not null references escalation_document,
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    read_at         timestamptz not null,
    constraint escalation_reading_once unique (document_id, person_id)
);
comment on table escalation_reading is 'Who at the authority read a document, and when first. Never changed.';

create function reads_escalation(escalation uuid) returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (
        select from escalation e
        where e.id = reads_escalation.escalation
          and (e.organisation_id = acting_organisation()
               or (acts_for_authority() and e.agreement_id = any (readable_agreements()))
               or reaches('reports')));
end
$$;
comment on function reads_escalation(uuid) is 'Whether the actor reads what was put before the authority, and not only that something was.';

create function refuse_escalation_change() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    day date := (new.acknowledged_at at time zone 'Asia/Tokyo')::date;
begin
    if old.state <> new.state
       and not ((old.state = 'TOLD' and new.state in ('WAITING', 'ACKNOWLEDGED', 'STOOD_DOWN'))
                or (old.state = 'WAITING' and new.state = 'ACKNOWLEDGED')
                or (old.state = 'ACKNOWLEDGED' and new.state in ('WAITING', 'STOOD_DOWN'))) then
        raise exception using errcode = 'check_violation', constraint = 'escalation_change', message = 'An escalation doesn''t go that way';
    end if;
    if old.state = 'STOOD_DOWN'
       or array_position(array['NOTIFY', 'WITHIN_24_HOURS', 'NOW'], new.level) < array_position(array['NOTIFY', 'WITHIN_24_HOURS', 'NOW'], old.level) then
        raise exception using errcode = 'check_violation', constraint = 'escalation_never_lowered', message = 'An escalation is stood down, not lowered';
    end if;
    if old.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at and new.state <> 'WAITING' then
        raise exception using errcode = 'check_violation', constraint = 'escalation_acknowledged_once', message = 'Somebody acknowledged it before';
    end if;
    if new.acknowledged_at is not null and old.acknowledged_at is null
       and (not exists (select from organisation o where o.id = new.acknowledged_by_organisation_id and o.kind = 'AUTHORITY')
            or not exists (select from role_assignment r
                           where r.person_id = new.acknowledged_by_person_id and r.organisation_id = new.acknowledged_by_organisation_id
                             and r.role = 'DUTY_OFFICER' and r.state = 'IN_EFFECT')
            or exists (select from affiliation a
                       where a.person_id = new.acknowledged_by_person_id and a.organisation_id = new.organisation_id and a.first_day <= day
                         and (a.last_day is null or day < a.last_day + 1 + interval '2 years'))) then
        raise exception using errcode = 'check_violation', constraint = 'escalation_acknowledged_by_duty_officer',
            message = 'Only a duty officer of an authority who isn''t tied to the institution';
    end if;
    return new;
end
$$;
comment on function refuse_escalation_change() is 'The ways that an escalation goes: never lowered, acknowledged once, by a duty officer of an authority.';

create function refuse_standing_down() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if not exists (select from escalation_step s join organisation o on o.id = s.organisation_id
                   where s.escalation_id = new.id and s.kind = 'STOOD_DOWN' and o.kind = 'AUTHORITY') then
        raise exception using errcode = 'check_violation', constraint = 'escalation_stood_down_by_somebody',
            message = 'A person of an authority stands it down, with a reason';
    end if;
    return null;
end
$$;
comment on function refuse_standing_down() is 'Nothing ends an escalation but a person of an authority who says why.';

grant create on schema sekisho to sekisho_lookup;
alter function refuse_escalation_change() owner to sekisho_lookup;
alter function refuse_standing_down() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function refuse_escalation_change(), refuse_standing_down() from public;
grant select on escalation_step to sekisho_lookup;
create policy lookup_reads on escalation_step for select to sekisho_lookup using (true);

do $$
declare
    each text;
begin
    foreach each in array array['report_evaluation', 'escalation', 'escalation_step', 'escalation_document', 'escalation_content', 'escalation_reading'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
    end loop;
end
$$;
grant update (row_version, evaluation_id, level, state, state_at, told_at, due_at, raises, circle, eased_at, voluntary_at, acknowledged_by_person_id,
    acknowledged_by_organisation_id, acknowledged_at) on escalation to sekisho_app;

create policy app_reads on report_evaluation for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or reads_report(report_id));
create policy app_inserts on report_evaluation for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or reads_report(report_id));

-- The coordinator, and whoever tells people by mail, sees that there is one, its state and its clock, and nothing of what it is about.
create policy app_reads on escalation for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or ((select acts_for_authority()) and agreement_id = any ((select readable_agreements())::uuid[]))
           or (select reaches('agreements') or reaches('reports') or reaches('notices')));
create policy app_inserts on escalation for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or reads_report(report_id));
create policy app_updates on escalation for update to sekisho_app
    using (organisation_id = (select acting_organisation())
           or ((select acts_for_authority()) and agreement_id = any ((select readable_agreements())::uuid[]))
           or (select reaches('reports')));

create policy app_reads on escalation_step for select to sekisho_app using (reads_escalation(escalation_id));
create policy app_inserts on escalation_step for insert to sekisho_app
    with check (reads_escalation(escalation_id) and (person_id is null or person_id = (select acting_person())));

create policy app_reads on escalation_document for select to sekisho_app using (reads_escalation(escalation_id));
create policy app_inserts on escalation_document for insert to sekisho_app
    with check (reads_escalation(escalation_id)
                and (kind = 'RENDERING'
                     or (person_id = (select acting_person())
                         and exists (select from escalation e where e.id = escalation_id and e.organisation_id = (select acting_organisation())))));

create policy app_reads on escalation_content for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or exists (select from escalation_document d where d.id = document_id));
create policy app_inserts on escalation_content for insert to sekisho_app
    with check (organisation_id = (select acting_organisation())
                or exists (select from escalation_document d join escalation e on e.id = d.escalation_id
                           where d.id = document_id and e.organisation_id = escalation_content.organisation_id));

create policy app_reads on escalation_reading for select to sekisho_app
    using (exists (select from escalation_document d where d.id = document_id));
create policy app_inserts on escalation_reading for insert to sekisho_app
    with check (person_id = (select acting_person()) and organisation_id = (select acting_organisation()) and (select acts_for_authority())
                and exists (select from escalation_document d where d.id = document_id));

create trigger refuse_escalation_change before update on escalation for each row execute function refuse_escalation_change();
-- At the commit: the step and what it leads to are written in either order.
create constraint trigger refuse_standing_down after insert or update on escalation deferrable initially deferred
    for each row when (new.state = 'STOOD_DOWN') execute function refuse_standing_down();

-- The job that raises again what nobody acknowledged, and evaluates what nobody touched: it reads reports, as it has to send what the authority reads.
-- Added to what the function says by now, so that no other job loses its reach.
do $$
declare
    known text := pg_get_functiondef('system_reach(text)'::regprocedure);
    added text := replace(known, 'ELSE ''''::text', 'WHEN ''escalation-clock''::text THEN ''agreements-read,reports''::text ELSE ''''::text');
begin
    if added = known then
        raise exception 'system_reach isn''t written as expected: %', known;
    end if;
    execute added;
end
$$;
