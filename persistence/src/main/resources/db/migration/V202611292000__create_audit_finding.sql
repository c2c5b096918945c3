-- Findings of audits and the corrective actions that follow. What findings say stands apart, sealed, by revision.

create table audit_finding (
    id                     uuid primary key,
    row_version            integer     not null,
    engagement_id          uuid        not null references engagement,
    agreement_id           uuid references agreement,
    organisation_id        uuid        not null references organisation,
    number                 integer     not null check (number >= 1),
    section                text        not null,
    severity               text        not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    state                  text        not null check (state in ('DRAFT', 'FACT_CHECK', 'CONTESTED', 'ESTABLISHED', 'RESPONDED', 'WITHDRAWN')),
    revision               integer     not null check (revision >= 1),
    checked_revision       integer     not null check (checked_revision between 0 and revision),
    facts_due              date,
    response_due           date,
    remedy_due             date,
    position               text check (position in ('AGREED', 'PARTLY_AGREED', 'DISAGREED')),
    raised_by_person_id    uuid        not null references person,
    raised_at              timestamptz not null,
    shown_at               timestamptz,
    established_at         timestamptz,
    responded_at           timestamptz,
    responded_by_person_id uuid references person,
    constraint audit_finding_number_once unique (engagement_id, number),
    constraint audit_finding_in_scope foreign key (engagement_id, section) references engagement_section,
    constraint audit_finding_for_action unique (id, engagement_id, organisation_id, severity),
    constraint audit_finding_days check
        ((facts_due is null) = (shown_at is null) and (response_due is null) = (shown_at is null) and (remedy_due is null) = (shown_at is null)
            and facts_due <= response_due and response_due <= remedy_due),
    constraint audit_finding_shown check
        (state in ('DRAFT', 'WITHDRAWN') or (shown_at is not null and checked_revision > 0)),
    constraint audit_finding_facts_are_of_this_revision check
        (state not in ('FACT_CHECK', 'ESTABLISHED', 'RESPONDED') or checked_revision = revision),
    constraint audit_finding_established check ((state in ('ESTABLISHED', 'RESPONDED')) = (established_at is not null)),
    constraint audit_finding_responded check
        ((state = 'RESPONDED') = (responded_at is not null)
            and (state = 'RESPONDED') = (responded_by_person_id is not null)
            and (state = 'RESPONDED') = (position is not null))
);
comment on table audit_finding is 'What an audit found about the audited organisation, from the check of its facts to management''s response.';
comment on column audit_finding.shown_at is 'When the audited organisation saw it first; before that only the team does.';
comment on column audit_finding.checked_revision is 'The revision whose facts the organisation was asked to check last.';
create index audit_finding_by_organisation on audit_finding (organisation_id, agreement_id);

create table audit_finding_text (
    id         uuid primary key,
    finding_id uuid    not null references audit_finding,
    revision   integer not null check (revision >= 1),
    part       text    not null check (part in ('TITLE', 'CONDITION', 'CRITERION', 'CAUSE', 'CONSEQUENCE', 'RECOMMENDATION')),
    sealed     bytea   not null,
    constraint audit_finding_text_part_once unique (finding_id, revision, part)
);
comment on table audit_finding_text is 'A part of what a revision of a finding says, sealed under the audited organisation''s key. Rows are only inserted.';

create table corrective_action (
    id                     uuid primary key,
    row_version            integer     not null,
    finding_id             uuid        not null,
    engagement_id          uuid        not null references engagement,
    agreement_id           uuid references agreement,
    organisation_id        uuid        not null references organisation,
    number                 integer     not null check (number >= 1),
    severity               text        not null,
    due                    date        not null,
    state                  text        not null check (state in ('OPEN', 'REPORTED', 'VERIFIED', 'NOT_EFFECTIVE', 'REPLACED')),
    replaces_id            uuid references corrective_action,
    replacement_due        date,
    planned_by_person_id   uuid        not null references person,
    planned_at             timestamptz not null,
    reported_by_person_id  uuid references person,
    reported_at            timestamptz,
    judged_by_person_id    uuid references person,
    judged_at              timestamptz,
    constraint corrective_action_number_once unique (engagement_id, number),
    constraint corrective_action_replaces_once unique (replaces_id),
    constraint corrective_action_of_finding foreign key (finding_id, engagement_id, organisation_id, severity)
        references audit_finding (id, engagement_id, organisation_id, severity),
    constraint corrective_action_reported check
        ((state = 'OPEN') = (reported_at is null) and (reported_at is null) = (reported_by_person_id is null)),
    constraint corrective_action_judged check
        ((state in ('OPEN', 'REPORTED')) = (judged_at is null) and (judged_at is null) = (judged_by_person_id is null)),
    constraint corrective_action_to_replace check ((state in ('NOT_EFFECTIVE', 'REPLACED')) = (replacement_due is not null)),
    constraint corrective_action_not_by_oneself check (judged_by_person_id <> reported_by_person_id)
);
comment on table corrective_action is 'What an organisation does about a finding, and by when. Never reopened: another action refers to the one that didn''t help.';
comment on column corrective_action.replacement_due is 'Where it didn''t help: the day until which another has to be done.';
create index corrective_action_by_finding on corrective_action (finding_id);
create index corrective_action_by_organisation on corrective_action (organisation_id, agreement_id);
create index corrective_action_critical on corrective_action (agreement_id) where severity = 'CRITICAL' and state <> 'VERIFIED';

create table audit_finding_statement (
    id              uuid primary key,
    finding_id      uuid        not null references audit_finding,
    action_id       uuid references corrective_action,
    revision        integer     not null check (revision >= 1),
    kind            text        not null check (kind in ('CONTESTED', 'MAINTAINED', 'WITHDRAWN', 'RESPONSE', 'PLANNED', 'REPORTED', 'VERIFIED', 'NOT_EFFECTIVE')),
    sealed          bytea       not null,
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    stated_at       timestamptz not null,
    constraint audit_finding_statement_subject check ((action_id is null) = (kind in ('CONTESTED', 'MAINTAINED', 'WITHDRAWN', 'RESPONSE')))
);
comment on table audit_finding_statement is 'What somebody said about a finding or one of its actions, sealed under the audited organisation''s key. Rows are only inserted.';
comment on column audit_finding_statement.organisation_id is 'For whom the person spoke.';
create index audit_finding_statement_by_finding on audit_finding_statement (finding_id, stated_at);
create unique index audit_finding_statement_one_plan on audit_finding_statement (action_id) where kind = 'PLANNED';

-- What the domain refuses, the database refuses again.

create function refuse_finding() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    audit engagement%rowtype;
begin
    -- The lock makes a close and a new finding wait for each other, so that none slips into a closed audit.
    select e.* into strict audit from engagement e where e.id = new.engagement_id for share;
    if new.organisation_id <> audit.responsible_party_id or new.agreement_id is distinct from audit.agreement_id then
        raise exception using errcode = 'check_violation', constraint = 'audit_finding_of_audited', message = 'A finding is about the audited organisation';
    end if;
    if new.state not in ('ESTABLISHED', 'RESPONDED') and audit.state not in ('FIELDWORK', 'REPORTING') then
        raise exception using errcode = 'check_violation', constraint = 'audit_finding_while_open', message = 'No finding changes in an audit that isn''t open';
    end if;
    -- The audited organisation confirms, contests and responds; what the finding weighs and until when is the auditors'.
    if tg_op = 'UPDATE' and acting_organisation() = old.organisation_id
            and ((new.severity, new.revision, new.checked_revision, new.facts_due, new.response_due, new.remedy_due)
                     is distinct from (old.severity, old.revision, old.checked_revision, old.facts_due, old.response_due, old.remedy_due)
                 or (old.state, new.state) not in (('FACT_CHECK', 'CONTESTED'), ('FACT_CHECK', 'ESTABLISHED'), ('ESTABLISHED', 'RESPONDED'))) then
        raise exception using errcode = 'check_violation', constraint = 'audit_finding_by_auditors', message = 'The audited organisation doesn''t change its findings';
    end if;
    return new;
end
$$;
create trigger refuse_finding before insert or update on audit_finding for each row execute function refuse_finding();

create function refuse_close_with_findings() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if exists (select from audit_finding f where f.engagement_id = new.id and f.state in ('DRAFT', 'FACT_CHECK', 'CONTESTED')) then
        raise exception using errcode = 'check_violation', constraint = 'engagement_findings_settled', message = 'A finding of the audit isn''t settled';
    end if;
    return new;
end
$$;
create trigger refuse_close_with_findings before update on engagement for each row
    when (new.state = 'CLOSED' and old.state <> 'CLOSED') execute function refuse_close_with_findings();

create function refuse_action() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    found  audit_finding%rowtype;
    latest date;
    today  date := (new.planned_at at time zone 'Asia/Tokyo')::date;
begin
    select f.* into strict found from audit_finding f where f.id = new.finding_id for share;
    if found.state not in ('ESTABLISHED', 'RESPONDED') then
        raise exception using errcode = 'check_violation', constraint = 'corrective_action_of_established', message = 'The facts of the finding don''t stand';
    end if;
    latest := found.remedy_due;
    if new.replaces_id is not null then
        select a.replacement_due into latest from corrective_action a where a.id = new.replaces_id and a.finding_id = new.finding_id;
    end if;
    if latest is null or new.due > greatest(latest, today) then
        raise exception using errcode = 'check_violation', constraint = 'corrective_action_in_time', message = 'The action ends too late';
    end if;
    return new;
end
$$;
create trigger refuse_action before insert on corrective_action for each row execute function refuse_action();

create function refuse_follow_up() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if old.state in ('VERIFIED', 'REPLACED') then
        raise exception using errcode = 'check_violation', constraint = 'corrective_action_not_reopened', message = 'No action is reopened';
    end if;
    if new.state in ('VERIFIED', 'NOT_EFFECTIVE') and new.state <> old.state and acting_organisation() = new.organisation_id then
        raise exception using errcode = 'check_violation', constraint = 'corrective_action_not_by_own', message = 'Nobody follows up their own organisation''s action';
    end if;
    return new;
end
$$;
create trigger refuse_follow_up before update on corrective_action for each row execute function refuse_follow_up();

-- An audit that is open to the actor, of the same organisation and agreement: there actions of earlier audits are followed up.
create function follows_up(agreement uuid, organisation uuid) returns boolean
    language sql stable
    set search_path = sekisho, pg_temp
as $$
    select exists (select from engagement e
                   where e.id = any (open_engagements()) and e.responsible_party_id = follows_up.organisation
                     and e.agreement_id is not distinct from follows_up.agreement);
$$;
comment on function follows_up(uuid, uuid) is 'Whether an audit is open to the actor in which actions of this organisation under this agreement are followed up.';

do $$
declare
    each text;
begin
    foreach each in array array['audit_finding', 'audit_finding_text', 'audit_finding_statement', 'corrective_action'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
        execute format('create policy pack_collection_reads on %I for select to sekisho_app using ((select borrows(''pack-collection'')))', each);
    end loop;
    foreach each in array array['audit_finding', 'corrective_action'] loop
        execute format('grant update on %I to sekisho_app', each);
        execute format('create policy access_decision_reads on %I for select to sekisho_app using ((select borrows(''access-decision'')))', each);
        execute format('create policy access_log_reads on %I for select to sekisho_app using ((select borrows(''access-log'')))', each);
    end loop;
end
$$;

-- The team at once; the audited organisation once it is shown; who commissioned the audit, and authorities that oversee it, once the facts
-- stand; later auditors of the same organisation likewise. Rivals never.
create policy app_reads on audit_finding for select to sekisho_app
    using (engagement_id = any ((select open_engagements())::uuid[])
           or (organisation_id = (select acting_organisation()) and shown_at is not null)
           or (established_at is not null
               and ((select reaches('engagements'))
                    or ((select reaches('audits-overseen')) and agreement_id = any ((select readable_agreements())::uuid[]))
                    or ((select cardinality(open_engagements()) > 0) and follows_up(agreement_id, organisation_id)))));
create policy app_inserts on audit_finding for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]));
create policy app_updates on audit_finding for update to sekisho_app
    using (engagement_id = any ((select open_engagements())::uuid[])
           or (organisation_id = (select acting_organisation()) and shown_at is not null));

create policy app_reads on audit_finding_text for select to sekisho_app
    using (not (select borrows('access-decision')) and exists (select from audit_finding f where f.id = finding_id));
create policy app_inserts on audit_finding_text for insert to sekisho_app
    with check (exists (select from audit_finding f
                        where f.id = finding_id and f.engagement_id = any ((select open_engagements())::uuid[])));

create policy app_reads on audit_finding_statement for select to sekisho_app
    using (not (select borrows('access-decision')) and exists (select from audit_finding f where f.id = finding_id));
create policy app_inserts on audit_finding_statement for insert to sekisho_app
    with check (person_id = (select acting_person()) and exists (select from audit_finding f where f.id = finding_id));

create policy app_reads on corrective_action for select to sekisho_app
    using (engagement_id = any ((select open_engagements())::uuid[])
           or organisation_id = (select acting_organisation())
           or (select reaches('engagements'))
           or ((select reaches('audits-overseen')) and agreement_id = any ((select readable_agreements())::uuid[]))
           or ((select cardinality(open_engagements()) > 0) and follows_up(agreement_id, organisation_id)));
create policy app_inserts on corrective_action for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy app_updates on corrective_action for update to sekisho_app
    using (organisation_id = (select acting_organisation())
           or engagement_id = any ((select open_engagements())::uuid[])
           or (select reaches('engagements'))
           or ((select cardinality(open_engagements()) > 0) and follows_up(agreement_id, organisation_id)));

-- Who is told that something of them waits: those who tell it only read.
create policy notices_reads on audit_finding for select to sekisho_app using ((select reaches('notices')));
create policy notices_reads on corrective_action for select to sekisho_app using ((select reaches('notices')));
