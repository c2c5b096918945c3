-- Where each report comes from, for whoever reads what it says. The import and its file stay its institution's own.

create table report_origin (
    report_id          uuid primary key references report deferrable initially deferred,
    organisation_id    uuid    not null references organisation,
    agreement_version  integer not null check (agreement_version >= 1),
    environment        text    not null check (length(environment) <= 64),
    tool               text    not null check (length(tool) <= 200),
    tool_version       text    not null check (length(tool_version) <= 200),
    run                text    not null check (length(run) <= 200),
    operator_person_id uuid    not null references person,
    import_id          uuid,
    item               bigint check (item >= 0),
    format             text check (format in ('SARIF', 'CSAF', 'OSV', 'CVE', 'CYCLONEDX')),
    constraint report_origin_of_import foreign key (import_id, organisation_id) references report_import (id, organisation_id),
    constraint report_origin_of_file check ((import_id is null) = (item is null) and (import_id is null) = (format is null))
);
comment on table report_origin is 'Where a report comes from: under which version of its agreement, from which environment, by which tool or model, run by whom, from which item of which file. Never changed.';
comment on column report_origin.tool is 'As whoever imported named it, or as the file does; empty where neither says it.';
create index report_origin_by_import on report_origin (import_id, report_id) where import_id is not null;

insert into report_origin (report_id, organisation_id, agreement_version, environment, tool, tool_version, run, operator_person_id, import_id, item, format)
select r.id, r.organisation_id, i.agreement_version, i.environment, i.tool, i.tool_version, i.run, i.operator_person_id, i.id, f.item, i.format
from report r join finding f on f.id = r.origin_id join report_import i on i.id = f.import_id;

insert into report_origin (report_id, organisation_id, agreement_version, environment, tool, tool_version, run, operator_person_id)
select r.id, r.organisation_id, v.number, '', '', '', '', first.author_person_id
from report r
    join report_revision first on first.report_id = r.id and first.number = 1 and first.author_person_id is not null
    join lateral (select v.number from agreement_version v where v.agreement_id = r.agreement_id and v.governs_since <= r.received_at
                  order by v.governs_since desc limit 1) v on true
where r.origin_id is null;

-- What the file says of its tool, until a finding is published.
alter table finding_draft
    add column tool         text not null default '' check (length(tool) <= 200),
    add column tool_version text not null default '' check (length(tool_version) <= 200),
    add column run          text not null default '' check (length(run) <= 200);
alter table finding_draft
    alter column tool drop default,
    alter column tool_version drop default,
    alter column run drop default;

alter table report_origin enable row level security;
alter table report_origin force row level security;
create policy owner_all on report_origin to sekisho_owner using (true) with check (true);
grant select, insert on report_origin to sekisho_app;
create policy app_reads on report_origin for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or reads_report(report_id));
create policy app_inserts on report_origin for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy pack_collection_reads on report_origin for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from report r where r.id = report_id));
-- A pack reads origins, and no findings any more.
drop policy pack_collection_reads on finding;
