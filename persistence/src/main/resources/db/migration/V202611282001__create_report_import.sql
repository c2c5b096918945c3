-- Files of reports on their way in: what is staged stays unseen until all of it is published at once.

create table report_import (
    id                 uuid primary key,
    row_version        integer     not null,
    organisation_id    uuid        not null references organisation,
    agreement_id       uuid        not null references agreement,
    agreement_version  integer     not null check (agreement_version >= 1),
    environment_id     uuid,
    format             text        not null check (format in ('SARIF', 'CSAF', 'OSV', 'CVE', 'CYCLONEDX')),
    tool               text        not null check (length(tool) <= 200),
    tool_version       text        not null check (length(tool_version) <= 200),
    run                text        not null check (length(run) <= 200),
    operator_person_id uuid        not null references person,
    sha256             text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size               bigint      not null check (size >= 1),
    begun_at           timestamptz not null,
    heard_at           timestamptz not null check (heard_at >= begun_at),
    ended_at           timestamptz,
    state              text        not null check (state in ('STAGING', 'PUBLISHED', 'REFUSED', 'ABANDONED')),
    received           bigint      not null,
    created            bigint      not null check (created >= 0),
    duplicates         bigint      not null check (duplicates >= 0),
    rejected           bigint      not null check (rejected >= 0),
    failure            text        not null check (length(failure) <= 100),
    constraint report_import_counts_add_up check (received = created + duplicates + rejected),
    constraint report_import_ended check ((state = 'STAGING') = (ended_at is null)),
    constraint report_import_refused_with_code check ((state = 'REFUSED') = (failure <> '')),
    constraint report_import_owner unique (id, organisation_id)
);
comment on table report_import is 'One file of reports that an organisation took in, or tried to.';
comment on column report_import.sha256 is 'Of the file as it was sent.';
comment on column report_import.heard_at is 'When the last batch of items was staged; after five silent minutes it counts as broken off.';
-- The same file makes nothing twice, also when it is sent twice at the same moment.
create unique index report_import_once on report_import (organisation_id, sha256) where state in ('STAGING', 'PUBLISHED');
create index report_import_by_organisation on report_import (organisation_id, begun_at desc);

create table report_import_content (
    import_id        uuid primary key,
    organisation_id  uuid  not null,
    sealed_file_name bytea not null check (octet_length(sealed_file_name) between 1 and 4096),
    blob             text  not null check (blob <> '' and length(blob) <= 200),
    constraint report_import_content_of_import foreign key (import_id, organisation_id) references report_import (id, organisation_id)
        deferrable initially deferred
);
comment on table report_import_content is 'The file of an import: its name sealed, and where its sealed bytes are kept.';
create index report_import_content_by_blob on report_import_content (blob);

create table finding (
    id                uuid primary key,
    import_id         uuid    not null,
    organisation_id   uuid    not null,
    item              bigint  not null check (item >= 0),
    fingerprint       text    not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    fingerprint_parts text    not null check (fingerprint_parts <> '' and length(fingerprint_parts) <= 500),
    score             integer check (score between 0 and 100),
    sealed            bytea   not null check (octet_length(sealed) >= 1),
    published         boolean not null,
    constraint finding_of_import foreign key (import_id, organisation_id) references report_import (id, organisation_id),
    constraint finding_of_item unique (import_id, item),
    constraint finding_owner unique (id, organisation_id)
);
comment on table finding is 'An item of a file as it was read, its words sealed. Until the import is published only whoever imports reaches it.';
comment on column finding.score is 'CVSS, in tenths; null where no vector has a score.';
create unique index finding_once on finding (organisation_id, fingerprint) where published;

create table finding_repeat (
    import_id         uuid   not null,
    item              bigint not null check (item >= 0),
    organisation_id   uuid   not null,
    finding_id        uuid   not null,
    fingerprint_parts text   not null,
    primary key (import_id, item),
    constraint finding_repeat_of_import foreign key (import_id, organisation_id) references report_import (id, organisation_id),
    constraint finding_repeat_of_finding foreign key (finding_id, organisation_id) references finding (id, organisation_id)
);
comment on table finding_repeat is 'An item that is the same as a finding, and by which parts of the fingerprint.';
create index finding_repeat_by_finding on finding_repeat (finding_id);

create table finding_rejection (
    import_id       uuid   not null,
    item            bigint not null check (item >= 0),
    organisation_id uuid   not null,
    pointer         text   not null check (length(pointer) <= 500),
    reason          text   not null check (reason in ('SCHEMA', 'TOO_LARGE', 'KEY_TWICE', 'NOT_A_FINDING', 'WITHDRAWN', 'NO_TEXT')),
    keyword         text   not null check (length(keyword) <= 100),
    primary key (import_id, item),
    constraint finding_rejection_of_import foreign key (import_id, organisation_id) references report_import (id, organisation_id)
);
comment on table finding_rejection is 'An item of a file that is no finding, with where and why.';

do $$
declare
    each text;
    own  text := 'organisation_id = (select acting_organisation())';
begin
    foreach each in array array['report_import', 'report_import_content', 'finding', 'finding_repeat', 'finding_rejection'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
        execute format('create policy app_inserts on %I for insert to sekisho_app with check (%s)', each, own);
    end loop;
    foreach each in array array['report_import', 'report_import_content', 'finding_repeat', 'finding_rejection'] loop
        execute format('create policy app_reads on %I for select to sekisho_app using (%s)', each, own);
    end loop;
    foreach each in array array['finding', 'finding_rejection'] loop
        execute format('grant delete on %I to sekisho_app', each);
    end loop;
end
$$;
grant update on report_import to sekisho_app;
grant update (published) on finding to sekisho_app;
create policy app_updates on report_import for update to sekisho_app using (organisation_id = (select acting_organisation()));

create policy app_reads on finding for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           and (published or exists (select from report_import i
                                     where i.id = import_id and i.state = 'STAGING'
                                       and (i.operator_person_id = (select acting_person()) or (select borrows('import-remains'))))));
create policy app_updates on finding for update to sekisho_app
    using (organisation_id = (select acting_organisation()) and not published)
    with check (organisation_id = (select acting_organisation()));
-- Who abandons another's import takes its remains away; what is published stays.
create policy app_deletes on finding for delete to sekisho_app
    using (organisation_id = (select acting_organisation()) and not published);
create policy app_deletes on finding_rejection for delete to sekisho_app
    using (organisation_id = (select acting_organisation())
           and exists (select from report_import i where i.id = import_id and i.state = 'STAGING'));
create policy content_names_reads on report_import_content for select to sekisho_app using ((select borrows('content-names')));
