-- Organisations, people, roles, and how people sign in.

create table organisation (
    id         uuid primary key,
    version    integer     not null,
    short_name text        not null unique check (short_name ~ '^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])$'),
    name_en    text        not null check (name_en <> ''),
    name_ja    text        not null check (name_ja <> ''),
    kind       text        not null check (kind in ('SECRETARIAT', 'INSTITUTION', 'MODEL_PROVIDER', 'IT_VENDOR', 'AUTHORITY', 'AUDIT_FIRM', 'MINISTRY')),
    state      text        not null check (state in ('ACTIVE', 'CLOSED')),
    created_at timestamptz not null
);
comment on table organisation is 'A party of the working group. Everyone signed in sees name, short name and kind.';
create unique index organisation_one_secretariat on organisation ((true)) where kind = 'SECRETARIAT';

create table organisation_mail_domain (
    organisation_id uuid not null references organisation,
    domain          text not null unique check (domain ~ '^[a-z0-9.-]{3,253}$'),
    primary key (organisation_id, domain)
);
comment on table organisation_mail_domain is 'Where an organisation''s people have their addresses. A domain belongs to one organisation.';

create table person (
    id                   uuid primary key,
    version              integer     not null,
    email                text        not null unique check (email = lower(email) and length(email) <= 254 and email like '%_@_%'),
    name_en              text        not null,
    name_ja              text        not null,
    language             text        not null check (language in ('EN', 'JA')),
    home_organisation_id uuid        not null references organisation,
    state                text        not null check (state in ('INVITED', 'ACTIVE', 'LOCKED', 'DEACTIVATED')),
    state_reason         text        not null,
    state_changed_by     text        not null,
    state_changed_at     timestamptz not null,
    created_at           timestamptz not null,
    constraint person_named check (name_en <> '' or name_ja <> '')
);
comment on table person is 'Somebody with an account, never deleted.';
create index person_by_home on person (home_organisation_id, email);

create table affiliation (
    id              uuid primary key,
    person_id       uuid not null references person,
    organisation_id uuid not null references organisation,
    kind            text not null check (kind in ('HOME', 'HOST', 'COMMISSIONING')),
    first_day       date not null,
    last_day        date check (last_day >= first_day),
    -- Whoever moves leaves and arrives in one transaction, in either order.
    constraint affiliation_one_home exclude using btree (person_id with =) where (kind = 'HOME' and last_day is null)
        deferrable initially deferred
);
comment on table affiliation is 'To which organisations a person belongs and belonged; what was left counts in conflicts for two more years.';
create index affiliation_by_person on affiliation (person_id);
create index affiliation_by_organisation on affiliation (organisation_id);

create table role_assignment (
    id                             uuid primary key,
    version                        integer     not null,
    person_id                      uuid        not null references person,
    role                           text        not null check (role in ('COORDINATOR', 'CHAIR', 'SIGNATORY', 'ANALYST', 'SECURITY_REVIEWER',
        'CISO', 'VENDOR_ENGINEER', 'AUTHORITY_REVIEWER', 'DUTY_OFFICER', 'AUDITOR', 'ORGANISATION_ADMINISTRATOR', 'ADMINISTRATOR', 'OBSERVER')),
    organisation_id                uuid        not null references organisation,
    state                          text        not null check (state in ('REQUESTED', 'APPROVED', 'IN_EFFECT', 'DECLINED', 'WITHDRAWN', 'ENDED')),
    founding                       boolean     not null,
    reason                         text        not null,
    requested_by                   uuid references person,
    requested_by_own_administrator boolean     not null,
    requested_at                   timestamptz not null,
    approved_by                    uuid references person,
    approved_at                    timestamptz,
    confirmed_by                   uuid references person,
    effective_at                   timestamptz,
    closed_by                      text,
    closed_at                      timestamptz,
    closed_reason                  text        not null,
    constraint role_assignment_requested check (founding or requested_by is not null),
    constraint role_assignment_not_asked_by_oneself check (requested_by <> person_id),
    constraint role_assignment_not_confirmed_by_oneself check (confirmed_by <> person_id),
    constraint role_assignment_approved check (founding or state not in ('APPROVED', 'IN_EFFECT', 'ENDED') or approved_by is not null),
    constraint role_assignment_closed check ((state in ('DECLINED', 'WITHDRAWN', 'ENDED')) = (closed_at is not null)),
    constraint role_assignment_by_two check (founding or requested_by is null or approved_by is null or approved_by <> requested_by),
    constraint role_assignment_not_to_oneself check (founding or approved_by is null or approved_by <> person_id),
    constraint role_assignment_effective check ((state in ('IN_EFFECT', 'ENDED')) <= (effective_at is not null))
);
comment on table role_assignment is 'One role of one person at one organisation, from request to end. Nobody gives it to themselves, and two people give it.';
create index role_assignment_by_person on role_assignment (person_id);
create index role_assignment_by_organisation on role_assignment (organisation_id, state);
create unique index role_assignment_open_once on role_assignment (person_id, role, organisation_id)
    where state in ('REQUESTED', 'APPROVED', 'IN_EFFECT');

create table credential (
    person_id                 uuid primary key references person,
    version                   integer not null,
    password_hash             text check (password_hash like '$%'),
    password_changed_at       timestamptz,
    must_change_password      boolean not null,
    failed_attempts           integer not null check (failed_attempts >= 0),
    last_failed_at            timestamptz,
    locked_until              timestamptz,
    second_factor_enrolled_at timestamptz,
    second_factor_last_step   bigint  not null,
    last_signed_in_at         timestamptz
);
comment on table credential is 'What a person proves who they are with. The secret of the second factor stands in the vault.';

create table second_factor_secret (
    person_id uuid primary key references person,
    secret    bytea not null
);
comment on table second_factor_secret is 'The secret of a second factor, sealed by the vault.';

create table login_session (
    id              uuid primary key,
    version         integer     not null,
    token_hash      bytea       not null unique check (octet_length(token_hash) = 32),
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    kind            text        not null check (kind in ('PAGE', 'API')),
    second_factor   boolean     not null,
    address         text        not null,
    user_agent      text        not null,
    signed_in_at    timestamptz not null,
    expires_at      timestamptz not null,
    last_seen_at    timestamptz not null,
    ended_at        timestamptz,
    ended_because   text check (ended_because in
        ('SIGNED_OUT', 'SIGNED_OUT_EVERYWHERE', 'REVOKED', 'ROTATED', 'IDLE', 'EXPIRED', 'PASSWORD_CHANGED', 'ACCOUNT_CHANGED')),
    check ((ended_at is null) = (ended_because is null))
);
comment on table login_session is 'Somebody is signed in. Ending the row ends the session on every node at the next request.';
create index login_session_by_person on login_session (person_id, signed_in_at desc);

create table one_time_link (
    id              uuid primary key,
    version         integer     not null,
    token_hash      bytea       not null unique check (octet_length(token_hash) = 32),
    purpose         text        not null check (purpose in ('INVITATION', 'RESET', 'FIRST_ADMINISTRATOR')),
    delivery        text        not null check (delivery in ('MAIL', 'ORGANISATION_ADMINISTRATOR', 'CONSOLE')),
    person_id       uuid references person,
    organisation_id uuid references organisation,
    created_by      text        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    used_at         timestamptz,
    replaced_at     timestamptz,
    check ((purpose = 'FIRST_ADMINISTRATOR') = (person_id is null)),
    constraint one_time_link_once check (used_at is null or replaced_at is null)
);
comment on table one_time_link is 'Links that let one person choose a password, once. Only the hash of the token is here.';
create index one_time_link_by_person on one_time_link (person_id);

create table sign_in_failure (
    id          uuid primary key,
    address     text        not null,
    account_key bytea       not null check (octet_length(account_key) = 32),
    failed_at   timestamptz not null
);
comment on table sign_in_failure is 'Failed attempts to sign in, kept as long as they are counted: by address, and by the hash of the name that was typed.';
create index sign_in_failure_by_address on sign_in_failure (address, failed_at);
create index sign_in_failure_by_account on sign_in_failure (account_key, failed_at);

create table kept_answer (
    person_id uuid        not null references person,
    operation text        not null,
    key       text        not null check (length(key) between 1 and 200),
    body_hash text        not null,
    answer    text        not null,
    kept_at   timestamptz not null,
    primary key (person_id, operation, key)
);
comment on table kept_answer is 'Answers kept for 24 hours under Idempotency-Keys, in the act''s own transaction.';

create table designation (
    id              uuid primary key,
    version         integer     not null,
    organisation_id uuid        not null references organisation,
    document        text        not null check (document <> '' and length(document) <= 200),
    first_day       date        not null,
    last_day        date        not null check (last_day >= first_day),
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    ended_on        date,
    ended_reason    text,
    check ((ended_on is null) = (ended_reason is null))
);
comment on table designation is 'By which document a unit of an authority is designated to review, from when, until when. Everyone signed in sees it.';
create index designation_by_organisation on designation (organisation_id, first_day desc);

create table people_import (
    id            uuid primary key,
    version       integer     not null,
    person_id     uuid        not null references person,
    file_name     text        not null check (file_name <> '' and length(file_name) <= 200),
    reason        text        not null,
    content       text,
    state         text        not null check (state in ('CHECKED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
    total         integer     not null check (total = created + updated + unchanged + rejected),
    created       integer     not null,
    updated       integer     not null,
    unchanged     integer     not null,
    rejected      integer     not null,
    failure       text,
    checked_at    timestamptz not null,
    begun_at      timestamptz,
    finished_at   timestamptz,
    processed     integer     not null default 0,
    progressed_at timestamptz,
    check ((state = 'FAILED') = (failure is not null)),
    check (state not in ('DONE', 'REFUSED') or content is null),
    check (state <> 'DONE' or rejected = 0)
);
comment on table people_import is 'Tables of people that were handed in, with how far carrying them out has come. Whoever handed one in sees it, and nobody else.';
comment on column people_import.processed is 'Written while the act that carries the table out still runs, and so outside its version.';
create index people_import_by_person on people_import (person_id, checked_at desc);

create table people_import_line (
    run_id        uuid    not null references people_import,
    line          integer not null check (line > 1),
    result        text    not null check (result in ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED')),
    email         text    not null,
    import_column text    check (import_column in ('EMAIL', 'NAME_EN', 'NAME_JA', 'ORGANISATION', 'ROLES', 'LANGUAGE')),
    code          text,
    parameters    text,
    primary key (run_id, line),
    check ((result = 'REJECTED') = (code is not null))
);
comment on table people_import_line is 'What became of each line of a table of people: the kept list whose hash stands in the trail.';

create table mail (
    id              uuid primary key,
    person_id       uuid        not null references person,
    kind            text        not null check (kind in ('INVITATION', 'RESET', 'WAITING', 'ACCOUNT_CHANGED')),
    path            text        not null check (path like '/%'),
    due             timestamptz,
    token           bytea,
    state           text        not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts        integer     not null check (attempts >= 0),
    next_attempt_at timestamptz not null,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    check (token is null or state = 'WAITING'),
    check ((state = 'SENT') = (sent_at is not null))
);
comment on table mail is 'Mails that wait to be sent, and those that were. They hold no content; the token of a one-time link is sealed by the vault and erased once it was sent.';
create index mail_due on mail (next_attempt_at, id) where state = 'WAITING';

create table clock_setting (
    singleton      boolean primary key check (singleton),
    offset_seconds bigint not null
);
comment on table clock_setting is 'By how much the portal''s clock is moved; a row exists in the demo regime only.';
