-- What left an organisation, for whom and by whose approval; and until when a report is kept from others. To run after report and guard_review.

create table report_release (
    id                     uuid primary key,
    row_version            integer     not null,
    report_id              uuid        not null,
    organisation_id        uuid        not null references organisation,
    agreement_id           uuid        not null references agreement,
    revision_sha256        text        not null check (revision_sha256 ~ '^[0-9a-f]{64}$'),
    recipient_id           uuid        not null references organisation,
    audience               text        not null check (audience in ('PEER', 'VENDOR', 'AUTHORITY', 'AUDITOR', 'PROVIDER', 'SECRETARIAT')),
    role                   text        not null,
    format                 text        not null check (format in ('PDF', 'JSON', 'CSV', 'CSAF', 'SARIF', 'ZIP')),
    label                  text        not null check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    source_withheld        boolean     not null,
    sha256                 text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size                   integer     not null check (size between 1 and 16777216),
    requested_by_person_id uuid        not null references person,
    requested_at           timestamptz not null,
    state                  text        not null check (state in ('REQUESTED', 'RELEASED', 'DECLINED', 'WITHDRAWN', 'RECALLED')),
    state_at               timestamptz not null check (state_at >= requested_at),
    sealed_reason          bytea,
    constraint report_release_of_report foreign key (report_id, organisation_id) references report (id, organisation_id),
    constraint report_release_to_another check (recipient_id <> organisation_id),
    constraint report_release_reason check ((state in ('DECLINED', 'RECALLED')) = (sealed_reason is not null))
);
comment on table report_release is 'The sharing of one rendering of a report with one organisation: asked for, approved, released, recalled.';
comment on column report_release.sha256 is 'Of the bytes that leave: what approvals are bound to.';
comment on column report_release.role is 'Of whoever releases, by the rule of the export clause.';
create index report_release_by_report on report_release (report_id, requested_at desc, id);
create index report_release_by_owner on report_release (organisation_id, requested_at desc, id);
create index report_release_by_recipient on report_release (recipient_id, state_at desc, id) where state in ('RELEASED', 'RECALLED');
create index report_release_waiting on report_release (requested_at, id) where state = 'REQUESTED';
create index report_release_by_rule on report_release (organisation_id, agreement_id, role, audience, requested_at);

create table report_release_person (
    release_id uuid not null references report_release deferrable initially deferred,
    person_id  uuid not null references person,
    primary key (release_id, person_id)
);
comment on table report_release_person is 'To whom it goes by name; nobody where it goes to everyone who acts for the recipient.';

create table report_release_needed (
    release_id uuid    not null references report_release deferrable initially deferred,
    role       text    not null,
    count      integer not null check (count between 1 and 5),
    primary key (release_id, role)
);
comment on table report_release_needed is 'The approvals that the rule asked for when the release was asked for.';

create table report_release_content (
    release_id      uuid primary key references report_release deferrable initially deferred,
    organisation_id uuid  not null references organisation,
    sealed          bytea not null check (octet_length(sealed) >= 1)
);
comment on table report_release_content is 'The very bytes that left, sealed under the key of the organisation that released them. Never changed.';

create table report_release_approval (
    id          uuid primary key,
    release_id  uuid        not null references report_release deferrable initially deferred,
    role        text        not null,
    person_id   uuid        not null references person,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    approved_at timestamptz not null,
    constraint report_release_approval_once unique (release_id, person_id)
);
comment on table report_release_approval is 'Approvals of the very bytes that leave. Never changed.';

create table report_release_receipt (
    id           uuid primary key,
    release_id   uuid        not null references report_release deferrable initially deferred,
    kind         text        not null check (kind in ('RECEIVED', 'DESTROYED')),
    person_id    uuid        not null references person,
    confirmed_at timestamptz not null,
    constraint report_release_receipt_once unique (release_id, person_id, kind)
);
comment on table report_release_receipt is 'What people of the recipient confirmed: that it arrived, and after a recall that it was destroyed. Never changed.';

create table embargo (
    id                    uuid primary key,
    row_version           integer     not null,
    report_id             uuid        not null,
    organisation_id       uuid        not null references organisation,
    until                 timestamptz not null,
    zone                  text        not null check (zone <> ''),
    proposed_by_person_id uuid        not null references person,
    proposed_at           timestamptz not null,
    state                 text        not null check (state in ('IN_EFFECT', 'ENDED', 'BROKEN')),
    state_at              timestamptz not null check (state_at >= proposed_at),
    sealed_reason         bytea,
    constraint embargo_of_report foreign key (report_id, organisation_id) references report (id, organisation_id),
    constraint embargo_ends_later check (until > proposed_at)
);
comment on table embargo is 'Until when a report isn''t made known beyond those who agreed to keep it.';
comment on column embargo.zone is 'In which the end was meant; it is shown there and in UTC.';
create unique index embargo_one_in_effect on embargo (report_id) where state = 'IN_EFFECT';
create index embargo_by_report on embargo (report_id, proposed_at desc, id);
create index embargo_by_end on embargo (until) where state = 'IN_EFFECT';

create table embargo_participant (
    id                    uuid primary key,
    embargo_id            uuid        not null references embargo deferrable initially deferred,
    organisation_id       uuid        not null references organisation,
    answer_by             timestamptz not null,
    agreed_until          timestamptz,
    declined              boolean     not null,
    answered_by_person_id uuid references person,
    answered_at           timestamptz,
    constraint embargo_participant_once unique (embargo_id, organisation_id),
    constraint embargo_participant_answer check ((answered_by_person_id is null) = (answered_at is null) and (not declined or answered_at is not null))
);
comment on table embargo_participant is 'Who is asked to keep an embargo, and to which end each of them agreed.';
create index embargo_participant_by_organisation on embargo_participant (organisation_id, embargo_id);

create function goes_to_me(release uuid) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return not exists (select from report_release_person p where p.release_id = goes_to_me.release)
        or exists (select from report_release_person p where p.release_id = goes_to_me.release and p.person_id = acting_person());
end
$$;
comment on function goes_to_me(uuid) is 'Whether a release goes to everyone of its recipient, or names the person who acts.';

create function keeps_embargo(embargo uuid) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from embargo_participant p where p.embargo_id = keeps_embargo.embargo and p.organisation_id = acting_organisation());
end
$$;
comment on function keeps_embargo(uuid) is 'Whether the acting organisation is asked to keep an embargo.';

create function refuse_release_approval() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    release report_release%rowtype;
    day     date := (new.approved_at at time zone 'Asia/Tokyo')::date;
begin
    select r.* into strict release from report_release r where r.id = new.release_id;
    if new.person_id = release.requested_by_person_id then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_by_another', message = 'Nobody approves what they asked for';
    end if;
    if new.sha256 <> release.sha256
       or not exists (select from report_release_needed n where n.release_id = new.release_id and n.role = new.role) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_asked', message = 'The approval isn''t asked for';
    end if;
    if exists (
            select from affiliation a
            where a.person_id = new.person_id and a.organisation_id = release.recipient_id and a.first_day <= day
              and (a.last_day is null or day < a.last_day + 1 + interval '2 years')) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_untied', message = 'The approver is tied to the recipient';
    end if;
    return new;
end
$$;
comment on function refuse_release_approval() is 'Refuses an approval by whoever asked, of other bytes, or by somebody tied to the recipient.';

create function refuse_release() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if exists (select from report_release_needed n
               where n.release_id = new.id
                 and n.count > (select count(*) from report_release_approval a
                                where a.release_id = new.id and a.role = n.role and a.sha256 = new.sha256))
       or not exists (select from report_release_needed n where n.release_id = new.id)
       or not exists (select from report_release_content c where c.release_id = new.id)
       or (new.label = 'RED' and not exists (select from report_release_person p where p.release_id = new.id)) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_as_approved', message = 'It isn''t approved by everybody who has to';
    end if;
    return null;
end
$$;
comment on function refuse_release() is 'Something leaves with every approval, its kept bytes, and under TLP:RED to people by name.';

create function refuse_release_step() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if old.state <> new.state
       and not ((old.state = 'REQUESTED' and new.state in ('RELEASED', 'DECLINED', 'WITHDRAWN')) or (old.state = 'RELEASED' and new.state = 'RECALLED')) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_step', message = 'A release doesn''t go that way';
    end if;
    return new;
end
$$;
comment on function refuse_release_step() is 'The ways that a release goes: nothing comes back from declined, withdrawn or recalled.';

grant create on schema sekisho to sekisho_lookup;
alter function goes_to_me(uuid) owner to sekisho_lookup;
alter function keeps_embargo(uuid) owner to sekisho_lookup;
alter function refuse_release_approval() owner to sekisho_lookup;
alter function refuse_release() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function goes_to_me(uuid), keeps_embargo(uuid), refuse_release_approval(), refuse_release() from public;
grant execute on function goes_to_me(uuid), keeps_embargo(uuid) to sekisho_app;

do $$
declare
    each text;
begin
    foreach each in array array['report_release', 'report_release_person', 'report_release_needed', 'report_release_content', 'report_release_approval',
            'report_release_receipt', 'embargo', 'embargo_participant'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
    end loop;
    foreach each in array array['report_release', 'report_release_person', 'report_release_needed', 'report_release_content', 'report_release_approval',
            'embargo_participant'] loop
        execute format('grant select on %I to sekisho_lookup', each);
        execute format('create policy lookup_reads on %I for select to sekisho_lookup using (true)', each);
    end loop;
end
$$;
grant update (row_version, state, state_at, sealed_reason) on report_release to sekisho_app;
grant update (row_version, until, state, state_at, sealed_reason) on embargo to sekisho_app;
grant update (answer_by, agreed_until, declined, answered_by_person_id, answered_at) on embargo_participant to sekisho_app;

-- The recipient sees it once it is released. The coordinator sees that and to whom something leaves, and not what.
create policy app_reads on report_release for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or (recipient_id = (select acting_organisation()) and state in ('RELEASED', 'RECALLED') and goes_to_me(id))
           or ((select acts_for_authority()) and recipient_id <> (select acting_organisation()) and reads_report(report_id))
           or (select reaches('agreements') or reaches('reports')));
create policy app_inserts on report_release for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and requested_by_person_id = (select acting_person()));
create policy app_updates on report_release for update to sekisho_app
    using (organisation_id = (select acting_organisation())
           or (recipient_id = (select acting_organisation()) and state in ('RELEASED', 'RECALLED') and goes_to_me(id))
           or ((select acts_for_authority()) and reads_report(report_id))
           or (select reaches('agreements')));

create policy app_reads on report_release_person for select to sekisho_app
    using (person_id = (select acting_person())
           or exists (select from report_release r where r.id = release_id and r.recipient_id <> (select acting_organisation())));
create policy app_inserts on report_release_person for insert to sekisho_app
    with check (exists (select from report_release r where r.id = release_id and r.organisation_id = (select acting_organisation())));

create policy app_reads on report_release_needed for select to sekisho_app
    using (exists (select from report_release r where r.id = release_id and r.recipient_id <> (select acting_organisation())));
create policy app_inserts on report_release_needed for insert to sekisho_app
    with check (exists (select from report_release r where r.id = release_id and r.organisation_id = (select acting_organisation())));

create policy app_reads on report_release_content for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or exists (select from report_release r
                      where r.id = release_id
                        and ((r.recipient_id = (select acting_organisation()) and r.state = 'RELEASED')
                             or ((select acts_for_authority()) and reads_report(r.report_id))
                             or (select reaches('reports')))));
create policy app_inserts on report_release_content for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));

create policy app_reads on report_release_approval for select to sekisho_app
    using (exists (select from report_release r where r.id = release_id and r.recipient_id <> (select acting_organisation())));
create policy app_inserts on report_release_approval for insert to sekisho_app
    with check (person_id = (select acting_person())
                and exists (select from report_release r where r.id = release_id and r.recipient_id <> (select acting_organisation())));

create policy app_reads on report_release_receipt for select to sekisho_app
    using (exists (select from report_release r where r.id = release_id));
create policy app_inserts on report_release_receipt for insert to sekisho_app
    with check (person_id = (select acting_person())
                and exists (select from report_release r where r.id = release_id and r.recipient_id = (select acting_organisation())));

-- Participants see the embargo and their own answer, not who else was asked.
create policy app_reads on embargo for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or keeps_embargo(id)
           or ((select acts_for_authority()) and reads_report(report_id))
           or (select reaches('agreements') or reaches('reports')));
create policy app_inserts on embargo for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and proposed_by_person_id = (select acting_person()));
create policy app_updates on embargo for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or keeps_embargo(id) or (select reaches('reports')));

create policy app_reads on embargo_participant for select to sekisho_app
    using (organisation_id = (select acting_organisation())
           or exists (select from embargo e
                      where e.id = embargo_id
                        and (e.organisation_id = (select acting_organisation()) or reads_report(e.report_id) or (select reaches('agreements')))));
create policy app_inserts on embargo_participant for insert to sekisho_app
    with check (exists (select from embargo e where e.id = embargo_id and e.organisation_id = (select acting_organisation())));
create policy app_updates on embargo_participant for update to sekisho_app
    using (organisation_id = (select acting_organisation())
           or exists (select from embargo e where e.id = embargo_id and e.organisation_id = (select acting_organisation())));

create trigger refuse_release_approval before insert on report_release_approval for each row execute function refuse_release_approval();
create trigger refuse_release_step before update on report_release for each row execute function refuse_release_step();
-- At the commit: approvals and what they lead to are written in either order.
create constraint trigger refuse_release after insert or update on report_release deferrable initially deferred
    for each row when (new.state = 'RELEASED') execute function refuse_release();
