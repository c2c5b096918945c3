-- Audits: engagements with their teams and requests, evidence, packs. To run after party and agreement.

create table engagement (
    id                   uuid primary key,
    row_version          integer     not null,
    agreement_id         uuid references agreement,
    number               text        not null check (number <> '' and length(number) <= 40),
    owner_id             uuid        not null references organisation,
    standard             text        not null check (standard in ('ISAE_3000', 'ISAE_3402', 'SOC_2', 'AGREED_UPON_PROCEDURES', 'IIA', 'JAPANESE_SYSTEM_AUDIT')),
    assurance_level      text        not null check (assurance_level in ('REASONABLE', 'LIMITED', 'NONE')),
    criteria             text        not null check (length(criteria) <= 4000),
    responsible_party_id uuid        not null references organisation,
    intended_users       text        not null check (length(intended_users) <= 1000),
    period_first         date        not null,
    period_last          date        not null,
    report_due           date        not null,
    most_consecutive     integer     not null check (most_consecutive >= 1),
    declaration_months   integer     not null check (declaration_months between 1 and 12),
    firm_id              uuid references organisation,
    state                text        not null check (state in ('SCHEDULED', 'FIELDWORK', 'REPORTING', 'CLOSED')),
    scheduled_at         timestamptz not null,
    fieldwork_at         timestamptz,
    reporting_at         timestamptz,
    closed_at            timestamptz,
    closed_by_person_id  uuid references person,
    conclusion           text check (conclusion in ('UNMODIFIED', 'QUALIFIED', 'ADVERSE', 'DISCLAIMED', 'FINDINGS_ONLY')),
    constraint engagement_period check (period_first <= period_last and period_last < report_due),
    constraint engagement_level_fits_standard check ((standard = 'AGREED_UPON_PROCEDURES') = (assurance_level = 'NONE')),
    constraint engagement_conclusion_fits_level check (conclusion is null or (conclusion = 'FINDINGS_ONLY') = (assurance_level = 'NONE')),
    constraint engagement_not_by_audited check (firm_id <> responsible_party_id),
    constraint engagement_fieldwork_complete check
        (state = 'SCHEDULED' or (firm_id is not null and fieldwork_at is not null and criteria <> '' and intended_users <> '')),
    constraint engagement_reporting_begun check (state in ('SCHEDULED', 'FIELDWORK') or reporting_at is not null),
    constraint engagement_closed_with_conclusion check
        ((state = 'CLOSED') = (closed_at is not null)
            and (state = 'CLOSED') = (closed_by_person_id is not null)
            and (state = 'CLOSED') = (conclusion is not null))
);
comment on table engagement is 'One audit of an agreement, or of an organisation on its own account, from its scheduling to its conclusion.';
comment on column engagement.owner_id is 'The organisation that commissioned it: it appoints the firm, and sees at once who viewed what.';
comment on column engagement.report_due is 'The day by which it is to be closed.';
-- Numbers count within one agreement, so that they tell nothing about others.
create unique index engagement_number_once on engagement (agreement_id, number) where agreement_id is not null;
create unique index engagement_own_number_once on engagement (responsible_party_id, number) where agreement_id is null;
-- The calendar runs on several nodes: each period is planned once.
create unique index engagement_period_once on engagement (agreement_id, responsible_party_id, period_first) where agreement_id is not null;
create index engagement_by_due on engagement (report_due, id);
create index engagement_by_responsible_party on engagement (responsible_party_id);
create index engagement_by_firm on engagement (firm_id) where firm_id is not null;

create table engagement_section (
    engagement_id uuid not null references engagement,
    section       text not null check (section in ('AGREEMENT', 'GRANTS', 'TRAINING', 'ENVIRONMENTS', 'RELEASES', 'REPORT_REVIEWS', 'ESCALATIONS', 'LIVE_FIRE',
                                                   'DATA_HANDLING', 'PLAYBOOK_EXERCISES', 'USAGE', 'PHASES', 'FREEZES', 'OPERATIONS', 'TRAIL')),
    primary key (engagement_id, section)
);
comment on table engagement_section is 'The scope of an engagement: what its auditors look at.';

create table engagement_member (
    id                    uuid primary key,
    row_version           integer     not null,
    engagement_id         uuid        not null references engagement,
    person_id             uuid        not null references person,
    firm_id               uuid        not null references organisation,
    assigned_by_person_id uuid        not null references person,
    assigned_at           timestamptz not null,
    released_by_person_id uuid references person,
    released_at           timestamptz,
    constraint engagement_member_not_by_oneself check (assigned_by_person_id <> person_id),
    constraint engagement_member_released check
        ((released_at is null) = (released_by_person_id is null) and released_at >= assigned_at)
);
comment on table engagement_member is 'An auditor''s place in the team of an engagement. Rows stay after the release.';
create unique index engagement_member_once on engagement_member (engagement_id, person_id) where released_at is null;
create index engagement_member_by_person on engagement_member (person_id);

create table independence_declaration (
    id                    uuid primary key,
    row_version           integer     not null,
    engagement_id         uuid        not null references engagement,
    firm_id               uuid        not null references organisation,
    person_id             uuid references person,
    declared_by_person_id uuid        not null references person,
    declared_at           timestamptz not null,
    state                 text        not null check (state in ('DECLARED', 'ACCEPTED', 'REFUSED')),
    decided_at            timestamptz,
    valid_until           date,
    constraint independence_declaration_decided check ((state = 'DECLARED') = (decided_at is null)),
    constraint independence_declaration_valid check ((state = 'ACCEPTED') = (valid_until is not null))
);
comment on table independence_declaration is 'What a firm, or one of its auditors, declares about independence in an engagement. Renewed by another row, never changed.';
comment on column independence_declaration.person_id is 'Null for the firm''s own declaration.';
create index independence_declaration_by_engagement on independence_declaration (engagement_id, declared_at);
create unique index independence_declaration_one_pending
    on independence_declaration (engagement_id, firm_id, person_id) nulls not distinct where state = 'DECLARED';

create table declared_threat (
    declaration_id uuid    not null references independence_declaration,
    position       integer not null check (position >= 0),
    threat         text    not null check (threat in ('SELF_INTEREST', 'SELF_REVIEW', 'ADVOCACY', 'FAMILIARITY', 'INTIMIDATION')),
    circumstances  text    not null check (circumstances <> '' and length(circumstances) <= 1000),
    safeguard      text    not null check (safeguard <> '' and length(safeguard) <= 1000),
    primary key (declaration_id, position)
);
comment on table declared_threat is 'A threat to independence, and the safeguard that answers it.';

create table independence_verdict (
    declaration_id  uuid        not null references independence_declaration,
    side            text        not null check (side in ('SECRETARIAT', 'AUTHORITY')),
    accepted        boolean     not null,
    organisation_id uuid        not null references organisation,
    person_id       uuid        not null references person,
    decided_at      timestamptz not null,
    reason          text        not null check (length(reason) <= 500),
    reference       text        not null check (length(reference) <= 500),
    -- One verdict of each side, however many are given at once.
    primary key (declaration_id, side),
    constraint independence_verdict_refused_with_reason check (accepted or reason <> '')
);
comment on table independence_verdict is 'What secretariat and authority decided about a declaration of independence.';
comment on column independence_verdict.reference is 'The document that an authority''s decision stands in, where the secretariat recorded it.';

create table audit_request (
    id                    uuid primary key,
    row_version           integer     not null,
    engagement_id         uuid        not null references engagement,
    number                integer     not null check (number >= 1),
    organisation_id       uuid        not null references organisation,
    section               text        not null,
    item                  text        not null check (item <> '' and length(item) <= 1000),
    period_first          date        not null,
    period_last           date        not null check (period_last >= period_first),
    due                   date        not null,
    state                 text        not null check (state in ('OPEN', 'ANSWERED', 'ACCEPTED', 'RETURNED')),
    raised_by_person_id   uuid        not null references person,
    raised_at             timestamptz not null,
    answered_by_person_id uuid references person,
    answered_at           timestamptz,
    judged_by_person_id   uuid references person,
    judged_at             timestamptz,
    return_reason         text        not null check (length(return_reason) <= 1000),
    constraint audit_request_number_once unique (engagement_id, number),
    constraint audit_request_in_scope foreign key (engagement_id, section) references engagement_section,
    constraint audit_request_answered check
        ((answered_at is null) = (answered_by_person_id is null) and (state = 'OPEN' or answered_at is not null)),
    constraint audit_request_judged check
        ((judged_at is null) = (judged_by_person_id is null) and (state in ('OPEN', 'ANSWERED') or judged_at is not null)),
    constraint audit_request_returned_with_reason check (state <> 'RETURNED' or return_reason <> '')
);
comment on table audit_request is 'What the auditors of an engagement ask an organisation for, and by when.';
create index audit_request_waiting on audit_request (organisation_id, due) where state in ('OPEN', 'RETURNED');

create table evidence_item (
    id                    uuid primary key,
    row_version           integer     not null,
    agreement_id          uuid references agreement,
    engagement_id         uuid references engagement,
    organisation_id       uuid        not null references organisation,
    section               text        not null check (section in ('AGREEMENT', 'GRANTS', 'TRAINING', 'ENVIRONMENTS', 'RELEASES', 'REPORT_REVIEWS', 'ESCALATIONS', 'LIVE_FIRE',
                                                                  'DATA_HANDLING', 'PLAYBOOK_EXERCISES', 'USAGE', 'PHASES', 'FREEZES', 'OPERATIONS', 'TRAIL')),
    control               text        not null check (length(control) <= 64),
    origin                text        not null check (origin in ('UPLOADED', 'SYSTEM')),
    label                 text        not null check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    file_type             text        not null check (file_type in ('PDF', 'PNG', 'JPEG', 'TEXT', 'CSV', 'JSON', 'XML', 'MAIL', 'DOCX', 'XLSX', 'PPTX', 'ZIP')),
    size                  bigint      not null check (size >= 1),
    sha256                text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    crc32                 bigint      not null check (crc32 between 0 and 4294967295),
    proves_first          date        not null,
    proves_last           date        not null check (proves_last >= proves_first),
    arrived_at            timestamptz not null,
    uploaded_by_person_id uuid references person,
    state                 text        not null check (state in ('RECEIVED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    judged_by_person_id   uuid references person,
    judged_at             timestamptz,
    return_reason         text        not null check (length(return_reason) <= 1000),
    constraint evidence_item_of_something check (agreement_id is not null or engagement_id is not null),
    constraint evidence_item_uploaded_by_somebody check ((origin = 'UPLOADED') = (uploaded_by_person_id is not null)),
    constraint evidence_item_judged check
        ((judged_at is null) = (judged_by_person_id is null) and (state in ('ACCEPTED', 'RETURNED')) = (judged_at is not null)),
    constraint evidence_item_returned_with_reason check ((state = 'RETURNED') = (return_reason <> '')),
    constraint evidence_item_owner unique (id, organisation_id)
);
comment on table evidence_item is 'One file that proves something, for the days it proves. What it says stands in evidence_content.';
comment on column evidence_item.engagement_id is 'Null where it serves every engagement of the agreement.';
comment on column evidence_item.sha256 is 'Of the plaintext.';
comment on column evidence_item.crc32 is 'Of the plaintext; an archive has to know it before it stores the file.';
create index evidence_item_by_engagement on evidence_item (engagement_id, arrived_at desc) where engagement_id is not null;
create index evidence_item_by_agreement on evidence_item (agreement_id, proves_first) where agreement_id is not null;
create index evidence_item_by_organisation on evidence_item (organisation_id, arrived_at desc);

create table evidence_content (
    evidence_id      uuid primary key,
    organisation_id  uuid  not null,
    sealed_title     bytea not null check (octet_length(sealed_title) between 1 and 4096),
    sealed_file_name bytea not null check (octet_length(sealed_file_name) between 1 and 4096),
    blob             text  not null check (blob <> '' and length(blob) <= 200),
    -- Checked at the commit: which of the two rows comes first is the persistence provider's.
    constraint evidence_content_of_item foreign key (evidence_id, organisation_id) references evidence_item (id, organisation_id)
        deferrable initially deferred
);
comment on table evidence_content is 'What an item of evidence says, sealed under its organisation''s key: title, file name, and where the sealed file is kept.';

create table audit_request_evidence (
    request_id  uuid not null references audit_request,
    evidence_id uuid not null references evidence_item,
    primary key (request_id, evidence_id)
);
comment on table audit_request_evidence is 'Which evidence answers a request.';
create index audit_request_evidence_by_evidence on audit_request_evidence (evidence_id);

create table pack (
    id                     uuid primary key,
    row_version            integer     not null,
    engagement_id          uuid        not null references engagement,
    organisation_id        uuid        not null references organisation,
    name                   text        not null unique check (name ~ '^[A-Za-z0-9-]{1,60}$'),
    label                  text        not null check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    requested_by_person_id uuid        not null references person,
    requested_at           timestamptz not null,
    trail_position         bigint      not null check (trail_position >= 0),
    entries                integer     not null check (entries between 1 and 200000),
    payload_bytes          bigint      not null check (payload_bytes >= 0),
    list_sha256            text        not null check (list_sha256 ~ '^[0-9a-f]{64}$'),
    state                  text        not null check (state in ('QUEUED', 'BUILDING', 'READY', 'FAILED')),
    attempt                integer     not null check (attempt >= 0),
    attempt_limit          integer     not null,
    lease_node             text check (length(lease_node) <= 100),
    lease_until            timestamptz,
    begun_at               timestamptz,
    files_done             integer     not null,
    bytes_done             bigint      not null,
    ended_at               timestamptz,
    failure                text        not null,
    blob                   text check (length(blob) <= 200),
    size                   bigint check (size >= 1),
    sha256                 text check (sha256 ~ '^[0-9a-f]{64}$'),
    tag_manifest_sha256    text check (tag_manifest_sha256 ~ '^[0-9a-f]{64}$'),
    key_fingerprint        text check (length(key_fingerprint) <= 60),
    constraint pack_attempts check (attempt <= attempt_limit),
    constraint pack_progress check (files_done between 0 and entries and bytes_done between 0 and payload_bytes),
    constraint pack_leased check
        ((state = 'BUILDING') = (lease_node is not null) and (state = 'BUILDING') = (lease_until is not null)),
    constraint pack_ended check ((state in ('READY', 'FAILED')) = (ended_at is not null)),
    constraint pack_failed check ((state = 'FAILED') = (failure <> '')),
    constraint pack_ready check (
        (state = 'READY') = (blob is not null) and (state = 'READY') = (size is not null) and (state = 'READY') = (sha256 is not null)
            and (state = 'READY') = (tag_manifest_sha256 is not null) and (state = 'READY') = (key_fingerprint is not null)),
    constraint pack_whole check (state <> 'READY' or (files_done = entries and bytes_done = payload_bytes))
);
comment on table pack is 'An evidence pack: the fixed list it is built from, which node builds it, and what was built.';
comment on column pack.organisation_id is 'The audit firm: for whom it is, and under whose key it is sealed.';
comment on column pack.trail_position is 'How many events the trail held in the snapshot that fixed the list.';
comment on column pack.list_sha256 is 'Of the lines that the bag''s payload manifest has for the entries.';
comment on column pack.attempt is 'The number of the last lease; it only grows, and whoever comes with an older one is refused.';
create index pack_by_engagement on pack (engagement_id, requested_at desc);
create index pack_to_build on pack (requested_at) where state in ('QUEUED', 'BUILDING');

create table pack_entry (
    id          uuid primary key,
    pack_id     uuid    not null references pack,
    position    integer not null check (position >= 0),
    path        text    not null check (path like 'data/_%' and octet_length(path) <= 1024),
    sha256      text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint  not null check (size >= 0),
    crc32       bigint  not null check (crc32 between 0 and 4294967295),
    source_kind text    not null check (source_kind <> ''),
    source_id   uuid    not null,
    label       text    not null check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    constraint pack_entry_position_once unique (pack_id, position),
    constraint pack_entry_path_once unique (pack_id, path)
);
comment on table pack_entry is 'One file of a pack''s fixed list. Rows are inserted with the pack and never change.';

create table pack_download (
    id              uuid primary key,
    pack_id         uuid        not null references pack,
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    begun_at        timestamptz not null,
    first_byte      bigint      not null check (first_byte >= 0),
    last_byte       bigint      not null check (last_byte >= first_byte)
);
comment on table pack_download is 'That somebody began to download a pack, or a range of it. Rows are only inserted.';
create index pack_download_by_pack on pack_download (pack_id, begun_at desc);

create table pack_document (
    id              uuid primary key,
    pack_id         uuid        not null references pack deferrable initially deferred,
    organisation_id uuid        not null references organisation,
    blob            text        not null check (blob <> '' and length(blob) <= 200),
    size            bigint      not null check (size >= 0),
    made_at         timestamptz not null
);
comment on table pack_document is 'A document made when a pack was requested: where its sealed bytes are kept, so that building the pack again finds them.';
comment on column pack_document.organisation_id is 'The audit firm, under whose key it is sealed.';
create index pack_document_by_pack on pack_document (pack_id);

-- Who is an auditor of what; enter(…) fills both settings.

create function own_audits() returns uuid[]
    language sql stable
    return coalesce(nullif(current_setting('sekisho.audits', true), '')::uuid[], '{}'::uuid[]);
comment on function own_audits() is 'The engagements on whose team the person is, whatever their state.';

create function open_engagements() returns uuid[]
    language sql stable
    return coalesce(nullif(current_setting('sekisho.engagements', true), '')::uuid[], '{}'::uuid[]);
comment on function open_engagements() is 'Those of own_audits() that are open to this auditor: in fieldwork or reporting, by the person''s firm, independence accepted.';

create function enter_audits(auditor uuid, firm uuid, affiliated uuid[], day date) returns void
    language plpgsql volatile
    set search_path = sekisho, pg_temp
as $$
declare
    audits uuid[];
    opened uuid[];
    readable uuid[] := coalesce(nullif(current_setting('sekisho.agreements', true), '')::uuid[], '{}');
begin
    select coalesce(array_agg(m.engagement_id), '{}') into audits
    from engagement_member m
    where m.person_id = auditor and m.firm_id = firm and m.released_at is null;
    -- As AuditorScope decides it, without section and period.
    select coalesce(array_agg(e.id), '{}'), readable || coalesce(array_agg(e.agreement_id) filter (where e.agreement_id is not null), '{}')
    into opened, readable
    from engagement e
    where e.id = any (audits) and e.firm_id = firm and e.state in ('FIELDWORK', 'REPORTING')
      and e.responsible_party_id <> all (affiliated)
      and (select d.state = 'ACCEPTED' and d.valid_until >= day
           from independence_declaration d
           where d.engagement_id = e.id and d.firm_id = firm and d.person_id = auditor and d.decided_at is not null
           order by d.decided_at desc limit 1);
    perform set_config('sekisho.audits', audits::text, true),
            set_config('sekisho.engagements', opened::text, true),
            set_config('sekisho.agreements', readable::text, true);
end
$$;
comment on function enter_audits(uuid, uuid, uuid[], date) is 'What enter(…) adds for an auditor: the audits, those that are open, and reading of the agreements these look at.';
revoke all on function enter_audits(uuid, uuid, uuid[], date) from public;
grant execute on function enter_audits(uuid, uuid, uuid[], date) to sekisho_lookup;

do $$
declare
    each text;
begin
    foreach each in array array['engagement', 'engagement_section', 'engagement_member', 'independence_declaration', 'declared_threat',
            'independence_verdict', 'audit_request', 'audit_request_evidence', 'evidence_item', 'evidence_content', 'pack', 'pack_entry',
            'pack_document', 'pack_download'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
    end loop;
    foreach each in array array['engagement', 'engagement_member', 'independence_declaration', 'audit_request', 'evidence_item', 'pack'] loop
        execute format('grant update on %I to sekisho_app', each);
    end loop;
    foreach each in array array['engagement', 'engagement_member', 'independence_declaration'] loop
        execute format('grant select on %I to sekisho_lookup', each);
        execute format('create policy lookup_reads on %I for select to sekisho_lookup using (true)', each);
    end loop;
    -- What a pack is collected from, read with a reach of its own: the queries of the sections narrow it to one engagement.
    foreach each in array array['agreement', 'agreement_party', 'agreement_content', 'agreement_version', 'agreement_clause',
            'agreement_signature', 'agreement_suspension', 'access_grant', 'grant_step', 'environment_attestation', 'training_record',
            'phase_evaluation', 'phase_criterion', 'phase_vote', 'agreement_phase', 'access_freeze', 'freeze_lift', 'playbook',
            'playbook_exercise', 'person', 'evidence_item', 'evidence_content', 'trail_event'] loop
        execute format('create policy pack_collection_reads on %I for select to sekisho_app using ((select borrows(''pack-collection'')))', each);
    end loop;
end
$$;
grant delete on engagement_section, audit_request_evidence to sekisho_app;

-- Owner, audited organisation, whoever is asked for something, the team, and authorities whose agreement it is.
create policy app_reads on engagement for select to sekisho_app
    using (owner_id = (select acting_organisation()) or responsible_party_id = (select acting_organisation())
           or (select reaches('engagements') or borrows('access-decision'))
           or id = any ((select own_audits())::uuid[])
           or ((select reaches('audits-overseen')) and agreement_id = any ((select readable_agreements())::uuid[]))
           or exists (select from audit_request r where r.engagement_id = engagement.id and r.organisation_id = (select acting_organisation())));
create policy app_inserts on engagement for insert to sekisho_app with check ((select reaches('engagements')));
create policy app_updates on engagement for update to sekisho_app
    using ((select reaches('engagements')) or id = any ((select own_audits())::uuid[]));

create policy app_reads on engagement_section for select to sekisho_app
    using (exists (select from engagement e where e.id = engagement_id));
create policy app_inserts on engagement_section for insert to sekisho_app with check ((select reaches('engagements')));
create policy app_deletes on engagement_section for delete to sekisho_app using ((select reaches('engagements')));

create policy app_reads on engagement_member for select to sekisho_app
    using (exists (select from engagement e where e.id = engagement_id));
create policy app_inserts on engagement_member for insert to sekisho_app with check ((select reaches('engagements')));
create policy app_updates on engagement_member for update to sekisho_app using ((select reaches('engagements')));

-- What impairs an auditor's independence is for those who decide on it, and for the team.
create policy app_reads on independence_declaration for select to sekisho_app
    using ((select reaches('engagements')) or engagement_id = any ((select own_audits())::uuid[])
           or ((select reaches('audits-overseen')) and exists (select from engagement e where e.id = engagement_id)));
create policy app_inserts on independence_declaration for insert to sekisho_app
    with check ((select reaches('engagements')) or engagement_id = any ((select own_audits())::uuid[]));
create policy app_updates on independence_declaration for update to sekisho_app
    using ((select reaches('engagements'))
           or ((select reaches('audits-overseen')) and exists (select from engagement e where e.id = engagement_id)));
create policy app_reads on declared_threat for select to sekisho_app
    using (exists (select from independence_declaration d where d.id = declaration_id));
create policy app_inserts on declared_threat for insert to sekisho_app
    with check (exists (select from independence_declaration d where d.id = declaration_id));
create policy app_reads on independence_verdict for select to sekisho_app
    using (exists (select from independence_declaration d where d.id = declaration_id));
create policy app_inserts on independence_verdict for insert to sekisho_app
    with check ((select reaches('engagements') or reaches('audits-overseen'))
                and exists (select from independence_declaration d where d.id = declaration_id));

-- Settings only: the policy of engagement asks this table.
create policy app_reads on audit_request for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('engagements'))
           or engagement_id = any ((select open_engagements())::uuid[]));
create policy app_inserts on audit_request for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]));
create policy app_updates on audit_request for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or engagement_id = any ((select open_engagements())::uuid[]));
create policy app_reads on audit_request_evidence for select to sekisho_app
    using (exists (select from audit_request r where r.id = request_id));
create policy app_inserts on audit_request_evidence for insert to sekisho_app
    with check (exists (select from audit_request r where r.id = request_id and r.organisation_id = (select acting_organisation())));
create policy app_deletes on audit_request_evidence for delete to sekisho_app
    using (exists (select from audit_request r where r.id = request_id and r.organisation_id = (select acting_organisation())));

-- The coordinator sees that there is evidence, not what it says; auditors see what lies in their scope; other parties see nothing.
create policy app_reads on evidence_item for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('engagements'))
           or engagement_id = any ((select open_engagements())::uuid[])
           or (engagement_id is null and exists (
                   select from engagement e join engagement_section s on s.engagement_id = e.id
                   where e.id = any ((select open_engagements())::uuid[]) and e.agreement_id = evidence_item.agreement_id
                     and s.section = evidence_item.section
                     and e.period_first <= evidence_item.proves_last and e.period_last >= evidence_item.proves_first)));
create policy app_inserts on evidence_item for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy app_updates on evidence_item for update to sekisho_app
    using (organisation_id = (select acting_organisation())
           or ((select cardinality(open_engagements()) > 0) and exists (
                   select from engagement e join engagement_section s on s.engagement_id = e.id
                   where e.id = any ((select open_engagements())::uuid[])
                     and (e.id = evidence_item.engagement_id
                          or (evidence_item.engagement_id is null and e.agreement_id = evidence_item.agreement_id))
                     and s.section = evidence_item.section
                     and e.period_first <= evidence_item.proves_last and e.period_last >= evidence_item.proves_first)));

create policy app_reads on evidence_content for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('packs'))
           or ((select cardinality(open_engagements()) > 0) and exists (select from evidence_item i where i.id = evidence_id)));
create policy app_inserts on evidence_content for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));

create policy app_reads on pack for select to sekisho_app
    using ((select reaches('engagements') or reaches('packs')) or engagement_id = any ((select open_engagements())::uuid[]));
create policy app_inserts on pack for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and engagement_id = any ((select open_engagements())::uuid[]));
create policy app_updates on pack for update to sekisho_app
    using ((select reaches('packs')) or engagement_id = any ((select open_engagements())::uuid[]));

create policy app_reads on pack_entry for select to sekisho_app
    using ((select reaches('packs'))
           or exists (select from pack p where p.id = pack_id and p.organisation_id = (select acting_organisation())));
create policy app_inserts on pack_entry for insert to sekisho_app
    with check (exists (select from pack p where p.id = pack_id and p.organisation_id = (select acting_organisation())));
create policy app_reads on pack_document for select to sekisho_app
    using ((select reaches('packs')) or organisation_id = (select acting_organisation()));
create policy app_inserts on pack_document for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy app_reads on pack_download for select to sekisho_app
    using (exists (select from pack p where p.id = pack_id));
create policy app_inserts on pack_download for insert to sekisho_app
    with check (person_id = (select acting_person()) and exists (select from pack p where p.id = pack_id));

-- Who viewed what in an engagement: its owner learns at once, the audited organisation after the close. The use case asks first.
create policy access_log_reads on trail_event for select to sekisho_app using ((select borrows('access-log')));
create policy access_log_reads on person for select to sekisho_app using ((select borrows('access-log')));
