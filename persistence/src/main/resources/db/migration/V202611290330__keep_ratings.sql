-- What the risk table answered about a report, row, inputs and version. To run after report and draft_reports_of_imports.

create table report_rating (
    id              uuid primary key,
    report_id       uuid        not null,
    organisation_id uuid        not null references organisation,
    revision_sha256 text        not null check (revision_sha256 ~ '^[0-9a-f]{64}$'),
    table_code      text        not null check (table_code <> ''),
    table_version   integer     not null check (table_version >= 1),
    table_row       integer     not null check (table_row >= 0),
    inputs          text        not null check (length(inputs) <= 4000),
    outcome         text        not null check (outcome in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    exposure        text check (exposure in ('ISOLATED', 'INTERNAL', 'PUBLIC')),
    service         text check (service in ('SUPPORTING', 'IMPORTANT', 'CRITICAL')),
    institutions    text check (institutions in ('ONE', 'SEVERAL', 'NETWORK')),
    person_id       uuid references person,
    rated_at        timestamptz not null,
    constraint report_rating_of_report foreign key (report_id, organisation_id) references report (id, organisation_id)
        deferrable initially deferred
);
comment on table report_rating is 'Answers of the risk table about reports, with all that it was asked. Never changed: what is said anew is another one.';
comment on column report_rating.exposure is 'What people had said by then; empty where nobody had, and then the table was asked the ordinary case.';
comment on column report_rating.table_row is 'From 0.';
create index report_rating_by_report on report_rating (report_id, rated_at desc, id desc);

alter table report_rating enable row level security;
alter table report_rating force row level security;
create policy owner_all on report_rating to sekisho_owner using (true) with check (true);
grant select, insert on report_rating to sekisho_app;
create policy app_reads on report_rating for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or reads_report(report_id));
create policy app_inserts on report_rating for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or (select reaches('reports')));

-- Drafts live for minutes; those of a running import are read once more.
delete from finding_draft;
alter table finding_draft
    add column rating_id     uuid    not null,
    add column table_code    text    not null,
    add column table_version integer not null,
    add column table_row     integer not null,
    add column inputs        text    not null;
