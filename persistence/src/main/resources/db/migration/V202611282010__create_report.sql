-- Reports of findings: their revisions, what these say, their risk tier and their way. To run after party, agreement and entrance.

create table report_number (
    organisation_id uuid primary key references organisation,
    last            integer not null check (last >= 1)
);
comment on table report_number is 'The last number given to a report of an organisation: numbers tell nothing about others.';

create table report (
    id                     uuid primary key,
    row_version            integer     not null,
    organisation_id        uuid        not null references organisation,
    agreement_id           uuid        not null references agreement,
    number                 integer     not null check (number >= 1),
    origin_id              uuid,
    label                  text        not null check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    tier                   text        not null check (tier in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    state                  text        not null check (state in ('RECEIVED', 'TRIAGE', 'IN_REVIEW', 'APPROVED', 'IN_REMEDIATION', 'MITIGATED', 'VERIFIED', 'CLOSED',
                                                                  'REJECTED', 'DUPLICATE', 'DEFERRED')),
    received_at            timestamptz not null,
    state_at               timestamptz not null check (state_at >= received_at),
    current_revision_id    uuid        not null,
    approved_revision_id   uuid,
    returned_revision_id   uuid,
    chain_id               uuid,
    mitigated_by_person_id uuid references person,
    duplicate_of_id        uuid,
    deferred_until         timestamptz,
    authority_reads_since  timestamptz,
    provider_id            uuid references organisation,
    constraint report_number_once unique (organisation_id, number),
    constraint report_of_organisation unique (id, organisation_id),
    -- An approval covers the revision that was approved, and nothing after it.
    constraint report_approved_as_it_stands check
        ((state in ('APPROVED', 'IN_REMEDIATION', 'MITIGATED', 'VERIFIED', 'CLOSED')) = (approved_revision_id is not null)
            and (approved_revision_id is null or approved_revision_id = current_revision_id)),
    constraint report_in_review_somewhere check
        (state not in ('IN_REVIEW', 'APPROVED', 'IN_REMEDIATION', 'MITIGATED', 'VERIFIED', 'CLOSED') or chain_id is not null),
    constraint report_deferred_until check ((state = 'DEFERRED') = (deferred_until is not null)),
    constraint report_duplicate_of_another check
        ((state = 'DUPLICATE') = (duplicate_of_id is not null) and duplicate_of_id <> id),
    constraint report_duplicate_within_organisation foreign key (duplicate_of_id, organisation_id) references report (id, organisation_id)
);
comment on table report is 'One finding of an institution, and where it stands. What it says stands in report_content.';
comment on column report.returned_revision_id is 'The revision that a reviewer rejected: it has to change before it is submitted again.';
comment on column report.chain_id is 'The review that runs, or that approved it.';
comment on column report.authority_reads_since is 'From when designated authorities read it: their stage began, or a measure was ordered.';
comment on column report.provider_id is 'The model''s provider, once its stage began.';
create index report_by_state on report (organisation_id, state, state_at, id);
create index report_by_arrival on report (organisation_id, received_at desc, id);
create index report_for_authority on report (agreement_id, state_at, id) where authority_reads_since is not null;
create index report_for_provider on report (provider_id) where provider_id is not null;
create index report_deferral on report (deferred_until) where state = 'DEFERRED';

create table report_revision (
    id                     uuid primary key,
    report_id              uuid        not null references report deferrable initially deferred,
    number                 integer     not null check (number >= 1),
    sha256                 text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    author_person_id       uuid references person,
    author_organisation_id uuid references organisation,
    written_at             timestamptz not null,
    constraint report_revision_number_once unique (report_id, number),
    constraint report_revision_of_report unique (id, report_id),
    constraint report_revision_named_by_hash unique (id, report_id, sha256),
    constraint report_revision_author check ((author_person_id is null) = (author_organisation_id is null))
);
comment on table report_revision is 'One state of what a report says. Never changed: a change is another revision.';
comment on column report_revision.sha256 is 'Of the canonical JSON (RFC 8785) of the content: what votes are bound to.';

alter table report
    add constraint report_current_revision foreign key (current_revision_id, id) references report_revision (id, report_id)
        deferrable initially deferred,
    add constraint report_approved_revision foreign key (approved_revision_id, id) references report_revision (id, report_id)
        deferrable initially deferred,
    add constraint report_returned_revision foreign key (returned_revision_id, id) references report_revision (id, report_id)
        deferrable initially deferred;

create table report_content (
    revision_id     uuid primary key references report_revision deferrable initially deferred,
    organisation_id uuid  not null references organisation,
    sealed          bytea not null check (octet_length(sealed) >= 1)
);
comment on table report_content is 'What a revision says, as canonical JSON sealed under the key of the organisation that owns the report.';

create table report_marker (
    report_id       uuid not null,
    organisation_id uuid not null,
    kind            text not null check (kind in ('IDENTIFIER', 'WEAKNESS', 'COMPONENT')),
    value           text not null check (value <> '' and length(value) <= 200),
    primary key (report_id, kind, value),
    constraint report_marker_of_report foreign key (report_id, organisation_id) references report (id, organisation_id)
        deferrable initially deferred
);
comment on table report_marker is 'What a report is found by: components, weaknesses and numbers elsewhere, of its present revision.';
create index report_marker_by_value on report_marker (organisation_id, kind, value);

create table report_step (
    id            uuid primary key,
    report_id     uuid        not null references report deferrable initially deferred,
    state         text        not null,
    person_id     uuid references person,
    taken_at      timestamptz not null,
    sealed_reason bytea
);
comment on table report_step is 'The steps of a report on its way, with their sealed reasons. Never changed.';
create index report_step_by_report on report_step (report_id, taken_at);

create table report_tier_change (
    id                    uuid primary key,
    report_id             uuid        not null references report deferrable initially deferred,
    from_tier             text        not null check (from_tier in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    to_tier               text        not null check (to_tier in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW') and to_tier <> from_tier),
    state                 text        not null check (state in ('PROPOSED', 'IN_EFFECT', 'DECLINED', 'VOID')),
    side                  text check (side in ('INSTITUTION_SECURITY', 'AUTHORITY')),
    person_id             uuid references person,
    made_at               timestamptz not null,
    sealed_reason         bytea,
    answered_by_person_id uuid references person,
    answered_at           timestamptz,
    constraint report_tier_change_with_reason check ((side is null) = (sealed_reason is null)),
    constraint report_tier_change_not_by_oneself check (state <> 'IN_EFFECT' or answered_by_person_id <> person_id)
);
comment on table report_tier_change is 'Changes of a report''s risk tier: raised by one side, or lowered by the agreement of both.';
create index report_tier_change_by_report on report_tier_change (report_id, made_at);
create unique index report_tier_change_one_proposed on report_tier_change (report_id) where state = 'PROPOSED';

create function acts_for_authority() returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from organisation o where o.id = acting_organisation() and o.kind = 'AUTHORITY');
end
$$;
comment on function acts_for_authority() is 'Whether the person acts for an authority.';

-- The coordinator sees that there is a report and where it stands, and neither what it says nor what it is about.
create policy app_reads on report for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or provider_id = (select acting_organisation())
           or (authority_reads_since is not null and (select acts_for_authority())
               and agreement_id = any ((select readable_agreements())::uuid[]))
           or (select reaches('agreements') or reaches('reports')));
create policy app_inserts on report for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or (select reaches('reports')));
create policy app_updates on report for update to sekisho_app
    using (organisation_id = (select acting_organisation())
           or provider_id = (select acting_organisation())
           or (authority_reads_since is not null and (select acts_for_authority())
               and agreement_id = any ((select readable_agreements())::uuid[]))
           or (select reaches('reports')));

create function reads_report(report uuid) returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (
        select from report r
        where r.id = reads_report.report
          and (r.organisation_id = acting_organisation()
               or r.provider_id = acting_organisation()
               or (r.authority_reads_since is not null and acts_for_authority() and r.agreement_id = any (readable_agreements()))
               or reaches('reports')));
end
$$;
comment on function reads_report(uuid) is 'Whether the actor reads what the report says, and not only that there is one.';

do $$
declare
    each text;
begin
    foreach each in array array['report_number', 'report', 'report_revision', 'report_content', 'report_marker', 'report_step', 'report_tier_change'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
    end loop;
end
$$;
grant update (last) on report_number to sekisho_app;
grant update (row_version, label, tier, state, state_at, current_revision_id, approved_revision_id, returned_revision_id, chain_id,
    mitigated_by_person_id, duplicate_of_id, deferred_until, authority_reads_since, provider_id) on report to sekisho_app;
grant update (state, answered_by_person_id, answered_at) on report_tier_change to sekisho_app;
grant delete on report_marker to sekisho_app;

create policy app_all on report_number to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('reports')))
    with check (organisation_id = (select acting_organisation()) or (select reaches('reports')));

create policy app_reads on report_revision for select to sekisho_app
    using (exists (select from report r where r.id = report_id));
create policy app_inserts on report_revision for insert to sekisho_app
    with check (exists (select from report r where r.id = report_id and r.organisation_id = (select acting_organisation()))
                or (select reaches('reports')));

create policy app_reads on report_content for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or exists (select from report_revision v where v.id = revision_id and reads_report(v.report_id)));
create policy app_inserts on report_content for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or (select reaches('reports')));

create policy app_reads on report_marker for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or reads_report(report_id));
create policy app_inserts on report_marker for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or (select reaches('reports')));
create policy app_deletes on report_marker for delete to sekisho_app
    using (organisation_id = (select acting_organisation()));

create policy app_reads on report_step for select to sekisho_app using (reads_report(report_id));
create policy app_inserts on report_step for insert to sekisho_app
    with check (reads_report(report_id) and (person_id is null or person_id = (select acting_person())));

create policy app_reads on report_tier_change for select to sekisho_app using (reads_report(report_id));
create policy app_inserts on report_tier_change for insert to sekisho_app with check (reads_report(report_id));
create policy app_updates on report_tier_change for update to sekisho_app using (reads_report(report_id));
