-- Flaws in products of somebody outside, on their way to those who can mend them. To run after create_escalation.

create table disclosure_case (
    id              uuid primary key,
    row_version     integer     not null,
    report_id       uuid        not null,
    organisation_id uuid        not null,
    agreement_id    uuid        not null references agreement,
    state           text        not null check (state in ('PREPARED', 'NOTIFIED', 'COORDINATED', 'PUBLISHED', 'WITHDRAWN')),
    opened_at       timestamptz not null,
    state_at        timestamptz not null check (state_at >= opened_at),
    jvn             text        not null check (jvn ~ '^(JVN(VU|TA)?#[0-9]{8})?$'),
    cves            text        not null check (cves ~ '^(CVE-[0-9]{4}-[0-9]{4,19}(,CVE-[0-9]{4}-[0-9]{4,19})*)?$'),
    publish_on      date,
    shown_at        timestamptz,
    constraint disclosure_case_of_report foreign key (report_id, organisation_id) references report (id, organisation_id),
    constraint disclosure_case_published check (state <> 'PUBLISHED' or publish_on is not null)
);
comment on table disclosure_case is 'The disclosure of a flaw in a product of somebody outside. What it is about stands in disclosure_content.';
comment on column disclosure_case.shown_at is 'Since when designated authorities read it.';
create unique index disclosure_case_one_open on disclosure_case (report_id) where state in ('PREPARED', 'NOTIFIED', 'COORDINATED');
create index disclosure_case_by_owner on disclosure_case (organisation_id, opened_at desc, id);
create index disclosure_case_shown on disclosure_case (agreement_id, opened_at desc, id) where shown_at is not null;

create table disclosure_content (
    case_id         uuid primary key references disclosure_case deferrable initially deferred,
    organisation_id uuid  not null references organisation,
    sealed          bytea not null check (octet_length(sealed) >= 1)
);
comment on table disclosure_content is 'Product, developer and what was found, sealed under the key of the institution. Never changed.';

create table disclosure_step (
    id          uuid primary key,
    case_id     uuid        not null references disclosure_case deferrable initially deferred,
    kind        text        not null check (kind in ('OPENED', 'NOTIFIED', 'NUMBERED', 'SCHEDULED', 'SHOWN', 'PUBLISHED', 'WITHDRAWN')),
    notified    text check (notified in ('IPA', 'DEVELOPER', 'JPCERT_CC', 'OTHER')),
    on_day      date,
    person_id   uuid        not null references person,
    taken_at    timestamptz not null,
    sealed_note bytea,
    constraint disclosure_step_notified check ((kind = 'NOTIFIED') = (notified is not null)),
    constraint disclosure_step_reason check (kind <> 'WITHDRAWN' or sealed_note is not null)
);
comment on table disclosure_step is 'Everything that happened in a disclosure case, with sealed notes. Never changed.';
create index disclosure_step_by_case on disclosure_step (case_id, taken_at);

create function refuse_disclosure_change() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if old.state in ('PUBLISHED', 'WITHDRAWN') and new.state <> old.state
       or (old.state <> new.state
           and not ((old.state = 'PREPARED' and new.state in ('NOTIFIED', 'COORDINATED', 'WITHDRAWN'))
                    or (old.state = 'NOTIFIED' and new.state in ('COORDINATED', 'PUBLISHED', 'WITHDRAWN'))
                    or (old.state = 'COORDINATED' and new.state in ('PUBLISHED', 'WITHDRAWN'))))
       or (old.shown_at is not null and new.shown_at is distinct from old.shown_at) then
        raise exception using errcode = 'check_violation', constraint = 'disclosure_case_change', message = 'A case doesn''t go that way';
    end if;
    return new;
end
$$;
comment on function refuse_disclosure_change() is 'The ways that a case goes: nothing comes back from published or withdrawn, and what was shown stays shown.';

do $$
declare
    each text;
begin
    foreach each in array array['disclosure_case', 'disclosure_content', 'disclosure_step'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
    end loop;
end
$$;
grant update (row_version, state, state_at, jvn, cves, publish_on, shown_at) on disclosure_case to sekisho_app;

-- Neither the provider of the model nor the coordinator sees that there is one.
create policy app_reads on disclosure_case for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or (shown_at is not null and (select acts_for_authority()) and agreement_id = any ((select readable_agreements())::uuid[])));
create policy app_inserts on disclosure_case for insert to sekisho_app with check (organisation_id = (select acting_organisation()));
create policy app_updates on disclosure_case for update to sekisho_app using (organisation_id = (select acting_organisation()));
create policy app_reads on disclosure_content for select to sekisho_app using (exists (select from disclosure_case c where c.id = case_id));
create policy app_inserts on disclosure_content for insert to sekisho_app with check (organisation_id = (select acting_organisation()));
create policy app_reads on disclosure_step for select to sekisho_app using (exists (select from disclosure_case c where c.id = case_id));
create policy app_inserts on disclosure_step for insert to sekisho_app
    with check (person_id = (select acting_person())
                and exists (select from disclosure_case c where c.id = case_id and c.organisation_id = (select acting_organisation())));

create trigger refuse_disclosure_change before update on disclosure_case for each row execute function refuse_disclosure_change();
