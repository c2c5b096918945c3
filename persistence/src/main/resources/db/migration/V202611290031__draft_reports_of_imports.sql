-- The reports that a file's findings become: drafted while these are staged, and made by one statement for each table.

alter table report_import drop column environment_id;
alter table report_import
    add column environment    text    not null default '' check (length(environment) <= 64),
    add column label          text    not null default 'AMBER' check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    add column attempt        integer not null default 1 check (attempt >= 1),
    add column items_read     bigint  not null default 0 check (items_read >= 0),
    add column bytes_read     bigint  not null default 0 check (bytes_read >= 0),
    add column failure_detail text    not null default '' check (length(failure_detail) <= 4000);
alter table report_import
    alter column environment drop default,
    alter column label drop default,
    alter column attempt drop default,
    alter column items_read drop default,
    alter column bytes_read drop default,
    alter column failure_detail drop default;
comment on column report_import.environment is 'Its code in the clause; empty where whoever imported named none.';
comment on column report_import.attempt is 'Goes up when somebody takes over an import that broke off.';

create table finding_draft (
    finding_id      uuid primary key,
    import_id       uuid  not null,
    organisation_id uuid  not null,
    report_id       uuid  not null,
    revision_id     uuid  not null,
    step_id         uuid  not null,
    tier            text  not null check (tier in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    sha256          text  not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sealed          bytea not null check (octet_length(sealed) >= 1),
    markers         jsonb not null,
    constraint finding_draft_of_finding foreign key (finding_id, organisation_id) references finding (id, organisation_id) deferrable initially deferred
);
comment on table finding_draft is 'The report that a staged finding becomes. Gone when its import is published, refused or given up.';
create index finding_draft_by_import on finding_draft (import_id);

alter table finding_draft enable row level security;
alter table finding_draft force row level security;
create policy owner_all on finding_draft to sekisho_owner using (true) with check (true);
grant select, insert, delete on finding_draft to sekisho_app;
create policy app_inserts on finding_draft for insert to sekisho_app with check (organisation_id = (select acting_organisation()));
create policy app_reads on finding_draft for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           and exists (select from report_import i where i.id = import_id and i.state = 'STAGING'
                         and (i.operator_person_id = (select acting_person()) or (select borrows('import-remains')))));
create policy app_deletes on finding_draft for delete to sekisho_app using (organisation_id = (select acting_organisation()));

-- A report made of a finding names it.
create index report_by_origin on report (origin_id) where origin_id is not null;
