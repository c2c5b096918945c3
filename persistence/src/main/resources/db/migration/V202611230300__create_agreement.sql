-- Agreements: versions, clauses, negotiation, internal approvals, signatures, suspensions. A version is fixed when signing opens; what is
-- signed is the SHA-256 of its content, byte for byte.

create table agreement_number (
    year integer primary key check (year between 2000 and 9999),
    last integer not null check (last between 1 and 999999)
);
comment on table agreement_number is 'The last number given in a year, for AGR-2026-0004. Raised by insert … on conflict do update, so that no number is given twice.';

create table agreement (
    id                  uuid        primary key,
    version             integer     not null,
    number              text        not null unique check (number ~ '^AGR-[0-9]{4}-[0-9]{4,6}$'),
    title_en            text        not null check (title_en <> '' and length(title_en) <= 200),
    title_ja            text        not null check (title_ja <> '' and length(title_ja) <= 200),
    state               text        not null check (state in ('DRAFT', 'NEGOTIATION', 'SIGNING', 'SIGNED', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'WITHDRAWN')),
    drafted_by_person_id uuid       not null references person,
    drafted_at          timestamptz not null,
    ended_by_person_id  uuid        references person,
    ended_at            timestamptz,
    end_reason          text        not null check (length(end_reason) <= 1000),
    -- Expiry is nobody's act and needs no reason; a termination is somebody's, with one.
    constraint agreement_ended check ((state in ('EXPIRED', 'TERMINATED')) = (ended_at is not null)),
    constraint agreement_terminated_by_somebody check ((state = 'TERMINATED') = (ended_by_person_id is not null)),
    constraint agreement_terminated_with_reason check (state <> 'TERMINATED' or end_reason <> '')
);
comment on table agreement is 'An agreement on the use of the model. The root of its versions, parties and suspensions: whoever changes any of them locks this row first.';
comment on column agreement.number is 'By which people call it. Numbers count over all agreements: they tell how many there are, and nothing else.';
comment on column agreement.state is 'Of the newest version until one governs; of its own from then on.';
create index agreement_by_state on agreement (state, number desc);

create table agreement_party (
    id                uuid    primary key,
    agreement_id      uuid    not null references agreement,
    organisation_id   uuid    not null references organisation,
    organisation_kind text    not null check (organisation_kind in ('SECRETARIAT', 'INSTITUTION', 'MODEL_PROVIDER', 'IT_VENDOR', 'AUTHORITY', 'AUDIT_FIRM', 'MINISTRY')),
    role              text    not null check (role in ('INSTITUTION_RECEIVING', 'PROVIDER', 'SECRETARIAT', 'ACCEDING')),
    name_en           text    not null check (name_en <> '' and length(name_en) <= 200),
    name_ja           text    not null check (name_ja <> '' and length(name_ja) <= 200),
    position          integer not null check (position >= 1),
    since_version     integer not null check (since_version >= 1),
    until_version     integer check (until_version >= since_version),
    constraint agreement_party_position_once unique (agreement_id, position),
    constraint agreement_party_only_acceding_leaves check (role = 'ACCEDING' or until_version is null),
    constraint agreement_party_role_fits check (
        case role
            when 'INSTITUTION_RECEIVING' then organisation_kind in ('INSTITUTION', 'AUTHORITY')
            when 'PROVIDER' then organisation_kind = 'MODEL_PROVIDER'
            when 'SECRETARIAT' then organisation_kind = 'SECRETARIAT'
            else organisation_kind not in ('AUDIT_FIRM', 'MINISTRY')
        end)
);
comment on table agreement_party is 'A party to an agreement, under its full name as the document has it, from one version on.';
comment on column agreement_party.until_version is 'The first version to which it is no longer party: it was to accede and was left out again.';
create unique index agreement_party_once on agreement_party (agreement_id, organisation_id) where until_version is null;
create unique index agreement_party_role_once on agreement_party (agreement_id, role) where role <> 'ACCEDING';
create index agreement_party_by_organisation on agreement_party (organisation_id, agreement_id);

create table agreement_content (
    id   uuid primary key,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    text text not null,
    constraint agreement_content_is_hashed check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
comment on table agreement_content is 'What is signed, byte for byte: RFC 8785 JSON of parties, clauses and the text in both languages. Inserted, never changed or deleted.';
comment on column agreement_content.text is 'Text and never jsonb: its SHA-256 over UTF-8 is the hash that every party signs.';

create table agreement_version (
    id              uuid        primary key,
    version         integer     not null,
    agreement_id    uuid        not null references agreement,
    number          integer     not null check (number >= 1),
    based_on        integer     check (based_on >= 1 and based_on < number),
    state           text        not null check (state in ('DRAFT', 'NEGOTIATION', 'SIGNING', 'SIGNED', 'GOVERNING', 'SUPERSEDED', 'WITHDRAWN')),
    drafted_at      timestamptz not null,
    round_opened_at timestamptz,
    round_ends_at   timestamptz,
    round_closed_at timestamptz,
    frozen_at       timestamptz,
    content_hash    text        check (content_hash ~ '^[0-9a-f]{64}$'),
    agreement_content_id uuid   unique references agreement_content,
    governs_from    date,
    first_day       date,
    last_day        date,
    governs_since   timestamptz,
    ended_at        timestamptz,
    end_reason      text        not null check (length(end_reason) <= 1000),
    constraint agreement_version_number_once unique (agreement_id, number),
    constraint agreement_version_term check ((first_day is null) = (last_day is null) and first_day <= last_day),
    constraint agreement_version_round check ((round_opened_at is null) = (round_ends_at is null) and (round_opened_at is not null or round_closed_at is null)),
    constraint agreement_version_frozen_whole check (
        (frozen_at is null) = (content_hash is null) and (frozen_at is null) = (agreement_content_id is null) and (frozen_at is null) = (governs_from is null)),
    constraint agreement_version_frozen_to_sign check (state not in ('SIGNING', 'SIGNED', 'GOVERNING') or frozen_at is not null),
    constraint agreement_version_governs_within_term check (governs_from is null or governs_from between first_day and last_day),
    constraint agreement_version_governed_since check (state <> 'GOVERNING' or governs_since is not null),
    constraint agreement_version_ended check ((state in ('SUPERSEDED', 'WITHDRAWN')) = (ended_at is not null))
);
comment on table agreement_version is 'One version of an agreement: a round of negotiation, an amendment, or what governs. Fixed when signing opens.';
comment on column agreement_version.content_hash is 'The hash of agreement_content, kept here too: lists and decisions need it without the text.';
comment on column agreement_version.governs_from is 'The first day, in Tokyo, on which it can govern.';
comment on column agreement_version.first_day is 'Of the term, as the general clause has it: kept here for lists and jobs.';
-- Checked at the commit: when one version takes another's place, the order of the two statements is the persistence provider's.
alter table agreement_version add constraint agreement_version_one_governs
    exclude using btree (agreement_id with =) where (state = 'GOVERNING') deferrable initially deferred;
alter table agreement_version add constraint agreement_version_one_in_preparation
    exclude using btree (agreement_id with =) where (state in ('DRAFT', 'NEGOTIATION', 'SIGNING', 'SIGNED')) deferrable initially deferred;
create index agreement_version_to_start on agreement_version (governs_from) where state = 'SIGNED';
create index agreement_version_to_expire on agreement_version (last_day) where state = 'GOVERNING';
create index agreement_version_round_over on agreement_version (round_ends_at) where state = 'NEGOTIATION' and round_closed_at is null;

create table agreement_clause (
    id                   uuid primary key,
    agreement_version_id uuid not null references agreement_version,
    kind                 text not null check (kind in ('GENERAL', 'SCOPE', 'PEOPLE', 'ENVIRONMENTS', 'REDACTION', 'EXPORT', 'REVIEW', 'TABLES', 'LIVE_FIRE',
                                                       'DATA_HANDLING', 'AUDIT', 'PLAYBOOKS', 'USAGE', 'PHASE')),
    data                 text not null check (length(data) <= 1000000),
    constraint agreement_clause_kind_once unique (agreement_version_id, kind) deferrable initially deferred
);
comment on table agreement_clause is 'One clause of one version. A kind that is missing permits nothing.';
comment on column agreement_clause.data is 'Canonical JSON (RFC 8785) with kind and schema number. Text and never jsonb: it is part of what is signed, byte for byte.';

create table agreement_comment (
    id                   uuid        primary key,
    agreement_version_id uuid        not null references agreement_version,
    clause_kind          text        check (clause_kind in ('GENERAL', 'SCOPE', 'PEOPLE', 'ENVIRONMENTS', 'REDACTION', 'EXPORT', 'REVIEW', 'TABLES', 'LIVE_FIRE',
                                                            'DATA_HANDLING', 'AUDIT', 'PLAYBOOKS', 'USAGE', 'PHASE')),
    organisation_id      uuid        not null references organisation,
    person_id            uuid        not null references person,
    text                 text        not null check (text <> '' and length(text) <= 4000),
    made_at              timestamptz not null
);
comment on table agreement_comment is 'What a party said about a clause, or about the whole (no kind), in one round. Inserted, never changed or deleted.';
create index agreement_comment_by_version on agreement_comment (agreement_version_id, made_at, id);

create table agreement_proposal (
    id                   uuid        primary key,
    agreement_version_id uuid        not null references agreement_version,
    clause_kind          text        not null check (clause_kind in ('GENERAL', 'SCOPE', 'PEOPLE', 'ENVIRONMENTS', 'REDACTION', 'EXPORT', 'REVIEW', 'TABLES', 'LIVE_FIRE',
                                                                     'DATA_HANDLING', 'AUDIT', 'PLAYBOOKS', 'USAGE', 'PHASE')),
    data                 text        check (length(data) <= 1000000),
    organisation_id      uuid        not null references organisation,
    person_id            uuid        not null references person,
    reason               text        not null check (reason <> '' and length(reason) <= 4000),
    made_at              timestamptz not null,
    state                text        not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    decided_by_person_id uuid        references person,
    decided_at           timestamptz,
    decision_reason      text        not null check (length(decision_reason) <= 4000),
    constraint agreement_proposal_decided check ((state = 'OPEN') = (decided_at is null) and (state = 'OPEN') = (decided_by_person_id is null)),
    constraint agreement_proposal_declined_with_reason check (state <> 'DECLINED' or decision_reason <> ''),
    constraint agreement_proposal_not_own check (state not in ('ACCEPTED', 'DECLINED') or decided_by_person_id <> person_id)
);
comment on table agreement_proposal is 'A clause as a party would have it, or (no data) that it be dropped, in one round. An open one is never decided by the round''s end.';
create index agreement_proposal_by_version on agreement_proposal (agreement_version_id, made_at, id);
create unique index agreement_proposal_one_accepted on agreement_proposal (agreement_version_id, clause_kind) where state = 'ACCEPTED';

create table internal_approval (
    id                   uuid        primary key,
    agreement_version_id uuid        not null references agreement_version,
    organisation_id      uuid        not null references organisation,
    attempt              integer     not null check (attempt >= 1),
    content_hash         text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    state                text        not null check (state in ('OPEN', 'COMPLETE', 'RETURNED')),
    planned_by_person_id uuid        not null references person,
    planned_at           timestamptz not null,
    decision_number      text        check (decision_number <> '' and length(decision_number) <= 60),
    closed_at            timestamptz,
    constraint internal_approval_attempt_once unique (agreement_version_id, organisation_id, attempt),
    constraint internal_approval_closed check ((state = 'OPEN') = (closed_at is null)),
    constraint internal_approval_numbered check ((state = 'COMPLETE') = (decision_number is not null))
);
comment on table internal_approval is 'A party''s own decision to sign one fixed content. One attempt at a time; a returned one is followed by another.';
create unique index internal_approval_one_stands on internal_approval (agreement_version_id, organisation_id) where state <> 'RETURNED';

create table internal_approval_level (
    id                    uuid        primary key,
    internal_approval_id  uuid        not null references internal_approval,
    position              integer     not null check (position between 1 and 10),
    title                 text        not null check (title <> '' and length(title) <= 120),
    approved              boolean,
    name                  text        check (name <> '' and length(name) <= 120),
    decided_on            date,
    remark                text        not null check (length(remark) <= 1000),
    recorded_by_person_id uuid        references person,
    recorded_at           timestamptz,
    constraint internal_approval_level_position_once unique (internal_approval_id, position),
    constraint internal_approval_level_decided_whole check (
        (approved is null) = (name is null) and (approved is null) = (decided_on is null)
        and (approved is null) = (recorded_by_person_id is null) and (approved is null) = (recorded_at is null)),
    constraint internal_approval_level_returned_with_remark check (approved is distinct from false or remark <> '')
);
comment on table internal_approval_level is 'One level of an internal approval: whose office, and what was decided there, by name. The party''s own business.';

create table signing_authority (
    id                    uuid        primary key,
    version               integer     not null,
    organisation_id       uuid        not null references organisation,
    person_id             uuid        references person,
    holder_name           text        not null check (holder_name <> '' and length(holder_name) <= 200),
    kind                  text        not null check (kind in ('REPRESENTATION', 'POWER_OF_ATTORNEY', 'INTERNAL_RULES')),
    reference             text        not null check (reference <> '' and length(reference) <= 200),
    valid_until           date        not null,
    recorded_by_person_id uuid        not null references person,
    recorded_at           timestamptz not null,
    revoked_by_person_id  uuid        references person,
    revoked_at            timestamptz,
    constraint signing_authority_not_own check (person_id <> recorded_by_person_id and person_id <> revoked_by_person_id),
    constraint signing_authority_revoked_whole check ((revoked_by_person_id is null) = (revoked_at is null))
);
comment on table signing_authority is 'That somebody may sign for an organisation, by which document, until which day. The holder need not be a user.';
create index signing_authority_by_organisation on signing_authority (organisation_id, person_id, valid_until desc);

create table agreement_signature (
    id                       uuid        primary key,
    agreement_version_id     uuid        not null references agreement_version,
    organisation_id          uuid        not null references organisation,
    person_id                uuid        references person,
    signer_name              text        not null check (signer_name <> '' and length(signer_name) <= 200),
    signing_authority_id     uuid        not null references signing_authority deferrable initially deferred,
    content_hash             text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    method                   text        not null check (method in ('TWO_FACTORS', 'ONE_FACTOR', 'OUTSIDE_CERTIFICATE', 'OUTSIDE_PAPER')),
    signed_on                date        not null,
    recorded_by_person_id    uuid        not null references person,
    recorded_at              timestamptz not null,
    state                    text        not null check (state in ('UNCONFIRMED', 'IN_EFFECT', 'REJECTED', 'WITHDRAWN')),
    file_hash                text        check (file_hash ~ '^[0-9a-f]{64}$'),
    file_name                text        check (file_name <> '' and length(file_name) <= 200),
    coordinator_person_id    uuid        references person,
    coordinator_confirmed_at timestamptz,
    party_person_id          uuid        references person,
    party_confirmed_at       timestamptz,
    ended_at                 timestamptz,
    end_reason               text        not null check (length(end_reason) <= 1000),
    constraint agreement_signature_file_outside check (
        (method in ('OUTSIDE_CERTIFICATE', 'OUTSIDE_PAPER')) = (file_hash is not null) and (file_hash is null) = (file_name is null)),
    constraint agreement_signature_in_portal_by_person check (file_hash is not null or person_id is not null and person_id = recorded_by_person_id),
    constraint agreement_signature_confirmed_whole check (
        (coordinator_person_id is null) = (coordinator_confirmed_at is null) and (party_person_id is null) = (party_confirmed_at is null)),
    constraint agreement_signature_confirmed_by_two check (coordinator_person_id <> party_person_id),
    constraint agreement_signature_outside_confirmed check (
        file_hash is null or state <> 'IN_EFFECT' or (coordinator_person_id is not null and party_person_id is not null)),
    constraint agreement_signature_unconfirmed_outside check (state <> 'UNCONFIRMED' or file_hash is not null),
    constraint agreement_signature_ended check ((state in ('REJECTED', 'WITHDRAWN')) = (ended_at is not null) and (ended_at is null or end_reason <> ''))
);
comment on table agreement_signature is 'One party''s signature on the hash of one content. Never deleted: one that ended stays, another follows it.';
-- One signature of a party on a version counts, and nobody signs for two parties.
create unique index agreement_signature_one_stands on agreement_signature (agreement_version_id, organisation_id) where state in ('UNCONFIRMED', 'IN_EFFECT');
create unique index agreement_signature_person_once on agreement_signature (agreement_version_id, person_id) where state in ('UNCONFIRMED', 'IN_EFFECT') and person_id is not null;

create table agreement_suspension (
    id                        uuid        primary key,
    agreement_id              uuid        not null references agreement,
    cause                     text        not null check (cause in ('DECISION', 'SIGNATURE_WITHDRAWN')),
    organisation_id           uuid        not null references organisation,
    person_id                 uuid        not null references person,
    reason                    text        not null check (reason <> '' and length(reason) <= 1000),
    began_at                  timestamptz not null,
    oversight_person_id       uuid        references person,
    oversight_organisation_id uuid        references organisation,
    oversight_agreed_at       timestamptz,
    concerned_person_id       uuid        references person,
    concerned_agreed_at       timestamptz,
    ended_at                  timestamptz,
    constraint agreement_suspension_agreed_whole check (
        (oversight_person_id is null) = (oversight_agreed_at is null)
        and (oversight_person_id is null) = (oversight_organisation_id is null)
        and (concerned_person_id is null) = (concerned_agreed_at is null)),
    constraint agreement_suspension_two_people check (oversight_person_id <> concerned_person_id),
    constraint agreement_suspension_ended_by_two check (
        cause <> 'DECISION' or ended_at is null or (oversight_person_id is not null and concerned_person_id is not null)),
    constraint agreement_suspension_resumed_only_decisions check (
        cause = 'DECISION' or (oversight_person_id is null and concerned_person_id is null))
);
comment on table agreement_suspension is 'Why an agreement is or was suspended. A decision ends by two people of two sides; a withdrawn signature by signing again, or by a new version.';
create unique index agreement_suspension_one_decision on agreement_suspension (agreement_id) where cause = 'DECISION' and ended_at is null;
create unique index agreement_suspension_one_withdrawal on agreement_suspension (agreement_id, organisation_id) where cause = 'SIGNATURE_WITHDRAWN' and ended_at is null;

-- Who reads and writes what. Agreements are negotiated by all parties in the open: a party reads all of an agreement but the
-- levels of another party's internal approval. The parties write, the coordinator too; an authority that is no party only agrees to resume.

grant select, insert, update on agreement_number, agreement, agreement_party, agreement_version, agreement_clause, agreement_proposal,
    internal_approval, internal_approval_level, signing_authority, agreement_signature, agreement_suspension to sekisho_app;
grant select, insert on agreement_content, agreement_comment to sekisho_app;
grant delete on agreement_clause to sekisho_app;

do $$
declare
    each text;
    readable text := '(select reaches(''agreements'') or reaches(''agreements-read'') or borrows(''access-decision'')) or %1$s = any ((select readable_agreements())::uuid[])';
    writable text := '(select reaches(''agreements'')) or %1$s = any ((select writable_agreements())::uuid[])';
    of_version text := 'exists (select from agreement_version v where v.id = agreement_version_id and (%s))';
begin
    foreach each in array array['agreement_number', 'agreement', 'agreement_party', 'agreement_version', 'agreement_content', 'agreement_clause',
            'agreement_comment', 'agreement_proposal', 'internal_approval', 'internal_approval_level', 'signing_authority', 'agreement_signature', 'agreement_suspension'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
    end loop;
    execute format('create policy app_reads on agreement for select to sekisho_app using (%s)', format(readable, 'id'));
    foreach each in array array['agreement_party', 'agreement_version', 'agreement_suspension'] loop
        execute format('create policy app_reads on %I for select to sekisho_app using (%s)', each, format(readable, 'agreement_id'));
    end loop;
    foreach each in array array['agreement_version', 'agreement_suspension'] loop
        execute format('create policy app_inserts on %I for insert to sekisho_app with check (%s)', each, format(writable, 'agreement_id'));
    end loop;
    execute format('create policy app_updates on agreement_version for update to sekisho_app using (%s)', format(writable, 'agreement_id'));
    foreach each in array array['agreement_clause', 'agreement_comment', 'agreement_proposal', 'internal_approval', 'agreement_signature'] loop
        execute format('create policy app_reads on %I for select to sekisho_app using (%s)', each, format(of_version, 'true'));
    end loop;
    execute format('create policy app_inserts on agreement_clause for insert to sekisho_app with check (%s)',
                   format(of_version, format(writable, 'v.agreement_id')));
    execute format('create policy app_updates on agreement_clause for update to sekisho_app using (%s)',
                   format(of_version, format(writable, 'v.agreement_id')));
    -- Nobody speaks, approves or signs for another organisation.
    foreach each in array array['agreement_comment', 'agreement_proposal', 'internal_approval', 'agreement_signature'] loop
        execute format('create policy app_inserts on %I for insert to sekisho_app with check (organisation_id = (select acting_organisation()) and %s)',
                       each, format(of_version, format(writable, 'v.agreement_id')));
    end loop;
    create policy app_updates on internal_approval for update to sekisho_app using (organisation_id = (select acting_organisation()));
    -- The coordinator decides on proposals, and confirms what was signed outside.
    foreach each in array array['agreement_proposal', 'agreement_signature'] loop
        execute format('create policy app_updates on %I for update to sekisho_app
                        using (organisation_id = (select acting_organisation()) or (select reaches(''agreements'')))', each);
    end loop;
    execute format('create policy app_deletes on agreement_clause for delete to sekisho_app using (%s)',
                   format(of_version, format(writable, 'v.agreement_id')));
end
$$;

-- A content is inserted before its version refers to it, and seen by whoever sees that version.
create policy app_reads on agreement_content for select to sekisho_app
    using (exists (select from agreement_version v where v.agreement_content_id = agreement_content.id));
create policy app_inserts on agreement_content for insert to sekisho_app with check ((select reaches('agreements')));

create policy app_all on agreement_number to sekisho_app using ((select reaches('agreements'))) with check ((select reaches('agreements')));

-- Only the coordinator begins agreements and says who is a party.
create policy app_inserts on agreement for insert to sekisho_app with check ((select reaches('agreements')));
create policy app_updates on agreement for update to sekisho_app
    using ((select reaches('agreements')) or id = any ((select writable_agreements())::uuid[])
           or ((select reaches('oversight')) and id = any ((select readable_agreements())::uuid[])));
create policy app_inserts on agreement_party for insert to sekisho_app with check ((select reaches('agreements')));
create policy app_updates on agreement_party for update to sekisho_app using ((select reaches('agreements')));
create policy app_updates on agreement_suspension for update to sekisho_app
    using ((select reaches('agreements')) or agreement_id = any ((select writable_agreements())::uuid[])
           or ((select reaches('oversight')) and agreement_id = any ((select readable_agreements())::uuid[])));

-- How a party comes to decide is its own business; that it did, the other parties see.
create policy app_reads on internal_approval_level for select to sekisho_app
    using (exists (select from internal_approval a where a.id = internal_approval_id and a.organisation_id = (select acting_organisation())));
create policy app_inserts on internal_approval_level for insert to sekisho_app
    with check (exists (select from internal_approval a where a.id = internal_approval_id and a.organisation_id = (select acting_organisation())));
create policy app_updates on internal_approval_level for update to sekisho_app
    using (exists (select from internal_approval a where a.id = internal_approval_id and a.organisation_id = (select acting_organisation())));

-- An authority that a signature rests on is seen by whoever sees the signature.
create policy app_reads on signing_authority for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('agreements') or reaches('agreements-read'))
           or exists (select from agreement_signature s where s.signing_authority_id = signing_authority.id));
create policy app_inserts on signing_authority for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) or (select reaches('agreements')));
create policy app_updates on signing_authority for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('agreements')));
create index agreement_signature_by_authority on agreement_signature (signing_authority_id);

-- enter() finds out which agreements the actor may read and write.
grant select on agreement_party to sekisho_lookup;
create policy lookup_reads on agreement_party for select to sekisho_lookup using (true);
