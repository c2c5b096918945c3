-- Grants, environments, training, phases, freezes and usage: what decisions of access rest on beside the agreement itself.

-- Grants

create table access_grant (
    id              uuid primary key,
    version         integer not null,
    agreement_id    uuid    not null references agreement,
    organisation_id uuid    not null references organisation,
    person_id       uuid    not null references person,
    role            text    not null check (role in ('COORDINATOR', 'CHAIR', 'SIGNATORY', 'ANALYST', 'SECURITY_REVIEWER', 'CISO',
        'VENDOR_ENGINEER', 'AUTHORITY_REVIEWER', 'DUTY_OFFICER', 'AUDITOR', 'ORGANISATION_ADMINISTRATOR', 'ADMINISTRATOR', 'OBSERVER')),
    reason          text    not null check (reason <> '' and length(reason) <= 1000),
    first_day       date    not null,
    last_day        date    not null check (last_day >= first_day),
    state           text    not null check (state in ('REQUESTED', 'APPROVED', 'ACTIVE', 'DECLINED', 'REVOKED', 'ENDED'))
);
comment on table access_grant is 'One person may act in one role under one agreement from a first day to a last, once three others asked, approved and checked. A renewal is a new row.';
create index access_grant_by_agreement on access_grant (agreement_id, state, last_day);
create index access_grant_by_person on access_grant (person_id, agreement_id);
create index access_grant_by_organisation on access_grant (organisation_id, state, last_day);
-- Two requests at the same instant for the same days: the second fails. Those that overlap otherwise are found under a lock.
create unique index access_grant_once on access_grant (agreement_id, person_id, role, organisation_id, first_day)
    where state in ('REQUESTED', 'APPROVED', 'ACTIVE');

create table grant_step (
    id              uuid primary key,
    access_grant_id uuid        not null references access_grant,
    number          integer     not null check (number >= 1),
    act             text        not null check (act in ('REQUESTED', 'APPROVED', 'CHECKED', 'DECLINED', 'REVOKED', 'ENDED')),
    actor_name      text        not null,
    person_id       uuid        references person,
    organisation_id uuid        references organisation,
    done_at         timestamptz not null,
    reason          text        not null check (length(reason) <= 1000),
    unique (access_grant_id, number),
    -- Each act happens to a grant once, whatever two people do at the same time.
    unique (access_grant_id, act),
    check (act = 'ENDED' or person_id is not null),
    check (act not in ('REQUESTED', 'DECLINED', 'REVOKED') or reason <> '')
);
comment on table grant_step is 'The history of a grant: who did what, when, with which words. Rows are inserted, never changed or deleted.';
-- Asking, approving and checking take three people: no two of these steps of one grant by one person.
create unique index grant_step_three_people on grant_step (access_grant_id, person_id) where act in ('REQUESTED', 'APPROVED', 'CHECKED');

-- Environments

create table environment_attestation (
    id                          uuid primary key,
    version                     integer     not null,
    agreement_id                uuid        not null references agreement,
    environment_code            text        not null check (environment_code ~ '^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$'),
    attested_by_organisation_id uuid        not null references organisation,
    document_reference          text        not null check (document_reference <> '' and length(document_reference) <= 300),
    document_hash               text        check (document_hash ~ '^[0-9a-f]{64}$'),
    first_day                   date        not null,
    valid_until                 date        not null check (valid_until >= first_day),
    state                       text        not null check (state in ('PROPOSED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
    proposed_by_person_id       uuid        not null references person,
    proposed_by_organisation_id uuid        not null references organisation,
    proposed_at                 timestamptz not null,
    decided_by_person_id        uuid        references person,
    decided_at                  timestamptz,
    withdrawn_by_person_id      uuid        references person,
    withdrawn_at                timestamptz,
    reason                      text        not null check (length(reason) <= 1000),
    check (decided_by_person_id <> proposed_by_person_id),
    check ((decided_by_person_id is null) = (decided_at is null)),
    check (state not in ('APPROVED', 'DECLINED') or decided_at is not null),
    check (state <> 'PROPOSED' or decided_at is null),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((withdrawn_by_person_id is null) = (withdrawn_at is null)),
    check (state not in ('DECLINED', 'WITHDRAWN') or reason <> '')
);
comment on table environment_attestation is 'That an environment of an agreement was found sound: by whom, by which document, from when, until when. What was proposed is never edited.';
create index environment_attestation_by_agreement on environment_attestation (agreement_id, environment_code, valid_until desc);

-- Training

create table training_record (
    id                    uuid primary key,
    version               integer     not null,
    person_id             uuid        not null references person,
    organisation_id       uuid        not null references organisation,
    training_code         text        not null check (training_code ~ '^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$'),
    completed_on          date        not null,
    valid_until           date        not null check (valid_until >= completed_on),
    evidence_reference    text        not null check (evidence_reference <> '' and length(evidence_reference) <= 300),
    state                 text        not null check (state in ('CURRENT', 'SUPERSEDED', 'REVOKED')),
    recorded_by_person_id uuid        not null references person,
    recorded_at           timestamptz not null,
    superseded_by_id      uuid        references training_record deferrable initially deferred,
    revoked_by_person_id  uuid        references person,
    revoked_at            timestamptz,
    revocation_reason     text        not null check (length(revocation_reason) <= 1000),
    check (recorded_by_person_id <> person_id),
    check (revoked_by_person_id <> person_id),
    check (state <> 'SUPERSEDED' or superseded_by_id is not null),
    check ((state = 'REVOKED') = (revoked_at is not null)),
    check ((revoked_by_person_id is null) = (revoked_at is null)),
    check ((state = 'REVOKED') = (revocation_reason <> '')),
    -- One current record of a training per person and organisation: a key across institutions would tell one of the other's.
    -- Deferred, as EclipseLink inserts the new row before it updates the old one.
    exclude using btree (person_id with =, organisation_id with =, training_code with =) where (state = 'CURRENT') deferrable initially deferred
);
comment on table training_record is 'That a person completed a training, by which evidence, and until when that counts. Recorded by somebody else; newer records supersede older ones.';
create index training_record_by_organisation on training_record (organisation_id, state, valid_until);

-- Phases

create table phase_evaluation (
    id                  uuid primary key,
    version             integer     not null,
    agreement_id        uuid        not null references agreement,
    from_phase          text        not null check (from_phase in ('PILOT', 'LIMITED')),
    to_phase            text        not null check (to_phase in ('LIMITED', 'BROAD')),
    state               text        not null check (state in ('OPEN', 'AGREED', 'APPLIED', 'DECLINED', 'WITHDRAWN')),
    opened_by_person_id uuid        not null references person,
    opened_at           timestamptz not null,
    closed_at           timestamptz,
    check ((from_phase, to_phase) in (('PILOT', 'LIMITED'), ('LIMITED', 'BROAD'))),
    check ((state = 'OPEN') = (closed_at is null))
);
comment on table phase_evaluation is 'The evaluation that opens the next phase of an agreement: criteria with values, and a vote of every party.';
create unique index phase_evaluation_open on phase_evaluation (agreement_id) where state = 'OPEN';
create index phase_evaluation_by_agreement on phase_evaluation (agreement_id, opened_at desc);

create table phase_evaluation_party (
    phase_evaluation_id uuid not null references phase_evaluation,
    organisation_id     uuid not null references organisation,
    primary key (phase_evaluation_id, organisation_id)
);
comment on table phase_evaluation_party is 'The parties that have a vote in an evaluation, as they were when it was opened.';

create table phase_criterion (
    id                    uuid primary key,
    phase_evaluation_id   uuid    not null references phase_evaluation,
    code                  text    not null check (code ~ '^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$'),
    source                text    not null check (source in ('MEASURED', 'STATED', 'ASSESSED')),
    comparison            text    not null check (comparison in ('AT_LEAST', 'AT_MOST')),
    threshold             bigint  not null check (threshold between 0 and 1000000000000),
    recorded_value        bigint  check (recorded_value between 0 and 1000000000000),
    evidence_reference    text    not null check (length(evidence_reference) <= 300),
    recorded_by_name      text,
    recorded_by_person_id uuid    references person,
    recorded_at           timestamptz,
    unique (phase_evaluation_id, code),
    check ((recorded_value is null) = (recorded_at is null)),
    check ((recorded_by_name is null) = (recorded_at is null)),
    check (source = 'MEASURED' or recorded_value is null or evidence_reference <> ''),
    check ((source = 'ASSESSED') = (code = 'systemic-risk'))
);
comment on table phase_criterion is 'A criterion of an evaluation with the threshold of the clause and its value; what is stated or assessed carries evidence.';

create table phase_vote (
    id                  uuid primary key,
    phase_evaluation_id uuid        not null references phase_evaluation,
    organisation_id     uuid        not null,
    person_id           uuid        not null references person,
    agrees              boolean     not null,
    criteria_hash       text        not null check (criteria_hash ~ '^[0-9a-f]{64}$'),
    reason              text        not null check (length(reason) <= 1000),
    cast_at             timestamptz not null,
    unique (phase_evaluation_id, organisation_id, criteria_hash, agrees),
    foreign key (phase_evaluation_id, organisation_id) references phase_evaluation_party,
    check (agrees or reason <> '')
);
comment on table phase_vote is 'How one party voted on an evaluation, bound to the hash of the values it read. Rows are inserted, never changed or deleted.';

create table agreement_phase (
    id                              uuid primary key,
    version                         integer     not null,
    agreement_id                    uuid        not null references agreement,
    phase                           text        not null check (phase in ('PILOT', 'LIMITED', 'BROAD')),
    began_at                        timestamptz not null,
    ended_at                        timestamptz check (ended_at >= began_at),
    phase_evaluation_id             uuid        unique references phase_evaluation,
    stepped_back_by_person_id       uuid        references person,
    stepped_back_by_organisation_id uuid        references organisation,
    reason                          text        not null check (length(reason) <= 1000),
    check (phase_evaluation_id is null or stepped_back_by_person_id is null),
    check ((stepped_back_by_person_id is null) = (reason = '')),
    -- One present phase. Deferred, as the new row is inserted before the old one is updated.
    exclude using btree (agreement_id with =) where (ended_at is null) deferrable initially deferred
);
comment on table agreement_phase is 'The history of an agreement''s phases: begun with the agreement, by an agreed evaluation, or by stepping back; the row without an end is the present one.';
create index agreement_phase_by_agreement on agreement_phase (agreement_id, began_at desc);

-- Freezes

create table access_freeze (
    id                        uuid primary key,
    version                   integer     not null,
    scope                     text        not null check (scope in ('PERSON', 'ORGANISATION', 'AGREEMENT', 'ALL')),
    target_id                 uuid,
    reason                    text        not null check (reason <> '' and length(reason) <= 1000),
    state                     text        not null check (state in ('STANDING', 'LIFT_PROPOSED', 'LIFTED')),
    frozen_by_person_id       uuid        not null references person,
    frozen_by_organisation_id uuid        not null references organisation,
    frozen_at                 timestamptz not null,
    lifted_at                 timestamptz,
    check ((scope = 'ALL') = (target_id is null)),
    check ((state = 'LIFTED') = (lifted_at is not null))
);
comment on table access_freeze is 'Stops at once the person, organisation or agreement it names, or everything, until two people lift it. target_id is the id of what scope says.';
create index access_freeze_standing on access_freeze (target_id) where state <> 'LIFTED';
create index access_freeze_by_time on access_freeze (frozen_at desc);

create table freeze_lift (
    id              uuid primary key,
    freeze_id       uuid        not null references access_freeze,
    side            text        not null check (side in ('OVERSIGHT', 'CONCERNED')),
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    reason          text        not null check (reason <> '' and length(reason) <= 1000),
    agreed_at       timestamptz not null,
    -- Two people, one of each side, whatever happens at the same time.
    unique (freeze_id, side),
    unique (freeze_id, person_id)
);
comment on table freeze_lift is 'That one side agreed to lift a freeze; two rows lift it. Rows are inserted, never changed or deleted.';

-- Usage

create table usage_meter (
    id           uuid primary key,
    version      integer not null,
    agreement_id uuid    not null unique references agreement,
    counted_day  date    not null,
    requests     bigint  not null check (requests >= 0),
    tokens       bigint  not null check (tokens >= 0)
);
comment on table usage_meter is 'What everyone under one agreement used of the model on the last day on which it was used. An agreement without a row has no known usage.';

-- Who reads and writes what. A bank's grants and training records are its own: other institutions never see them, the model's
-- provider neither. Authorities and engaged auditors see the grants under the agreements that they read.

create function acting_kind() returns text
    language sql stable
    return (select o.kind from organisation o where o.id = acting_organisation());
comment on function acting_kind() is 'What the organisation is for which the person acts: INSTITUTION, AUTHORITY, …';

do $$
declare
    each text;
begin
    foreach each in array array['access_grant', 'grant_step', 'environment_attestation', 'training_record', 'phase_evaluation',
            'phase_evaluation_party', 'phase_criterion', 'phase_vote', 'agreement_phase', 'access_freeze', 'freeze_lift', 'usage_meter'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
    end loop;
end
$$;

grant select, insert on grant_step, phase_evaluation_party, phase_vote, freeze_lift to sekisho_app;
grant select, insert, update on access_grant, environment_attestation, training_record, phase_evaluation, phase_criterion, agreement_phase,
    access_freeze, usage_meter to sekisho_app;

create policy app_reads on access_grant for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or person_id = (select acting_person())
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision'))
           or ((select acting_kind() in ('AUTHORITY', 'AUDIT_FIRM')) and agreement_id = any ((select readable_agreements())::uuid[])));
create policy app_inserts on access_grant for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy app_updates on access_grant for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or person_id = (select acting_person()) or (select reaches('agreements')));

create policy app_reads on grant_step for select to sekisho_app
    using (exists (select from access_grant g where g.id = access_grant_id));
create policy app_inserts on grant_step for insert to sekisho_app
    with check ((person_id = (select acting_person()) and organisation_id = (select acting_organisation()))
                or (person_id is null and (select acting_person()) is null and (select reaches('agreements'))));

create policy app_reads on environment_attestation for select to sekisho_app
    using (agreement_id = any ((select readable_agreements())::uuid[])
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision')));
create policy app_inserts on environment_attestation for insert to sekisho_app
    with check (proposed_by_person_id = (select acting_person()) and proposed_by_organisation_id = (select acting_organisation()));
create policy app_updates on environment_attestation for update to sekisho_app
    using (proposed_by_organisation_id = (select acting_organisation()) or attested_by_organisation_id = (select acting_organisation())
           or (select reaches('agreements'))
           or ((select acting_kind() = 'AUTHORITY') and agreement_id = any ((select readable_agreements())::uuid[])));

create policy app_reads on training_record for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or person_id = (select acting_person())
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision')));
create policy app_inserts on training_record for insert to sekisho_app
    with check (recorded_by_person_id = (select acting_person())
                and (organisation_id = (select acting_organisation()) or (select reaches('agreements'))));
create policy app_updates on training_record for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('agreements')));

create policy app_reads on phase_evaluation for select to sekisho_app
    using (agreement_id = any ((select readable_agreements())::uuid[])
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision')));
create policy app_inserts on phase_evaluation for insert to sekisho_app with check ((select reaches('agreements')));
create policy app_updates on phase_evaluation for update to sekisho_app
    using (agreement_id = any ((select writable_agreements())::uuid[]) or (select reaches('agreements'))
           or ((select acting_kind() = 'AUTHORITY') and agreement_id = any ((select readable_agreements())::uuid[])));

create policy app_reads on phase_evaluation_party for select to sekisho_app
    using (exists (select from phase_evaluation e where e.id = phase_evaluation_id));
create policy app_inserts on phase_evaluation_party for insert to sekisho_app with check ((select reaches('agreements')));

create policy app_reads on phase_criterion for select to sekisho_app
    using (exists (select from phase_evaluation e where e.id = phase_evaluation_id));
create policy app_inserts on phase_criterion for insert to sekisho_app with check ((select reaches('agreements')));
create policy app_updates on phase_criterion for update to sekisho_app
    using (exists (select from phase_evaluation e
                   where e.id = phase_evaluation_id
                     and (e.agreement_id = any ((select writable_agreements())::uuid[]) or (select reaches('agreements'))
                          or (select acting_kind() = 'AUTHORITY'))));

create policy app_reads on phase_vote for select to sekisho_app
    using (exists (select from phase_evaluation e where e.id = phase_evaluation_id));
create policy app_inserts on phase_vote for insert to sekisho_app
    with check (person_id = (select acting_person()) and organisation_id = (select acting_organisation()));

create policy app_reads on agreement_phase for select to sekisho_app
    using (agreement_id = any ((select readable_agreements())::uuid[])
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision')));
create policy app_inserts on agreement_phase for insert to sekisho_app
    with check ((select reaches('agreements'))
                or (stepped_back_by_person_id = (select acting_person())
                    and stepped_back_by_organisation_id = (select acting_organisation())
                    and (agreement_id = any ((select writable_agreements())::uuid[]) or (select acting_kind() = 'AUTHORITY'))));
create policy app_updates on agreement_phase for update to sekisho_app
    using (agreement_id = any ((select writable_agreements())::uuid[]) or (select reaches('agreements'))
           or ((select acting_kind() = 'AUTHORITY') and agreement_id = any ((select readable_agreements())::uuid[])));

-- A freeze of everything concerns everyone. Any other is seen by whom it stops, by who imposed it, and by those who oversee it.
create policy app_reads on access_freeze for select to sekisho_app
    using (((select somebody_acts()) and scope = 'ALL')
           or target_id in ((select acting_organisation()), (select acting_person()))
           or frozen_by_organisation_id = (select acting_organisation())
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision'))
           or (scope = 'AGREEMENT' and target_id = any ((select readable_agreements())::uuid[]))
           or (scope = 'PERSON' and exists (select from affiliation a
                                            where a.person_id = target_id and a.organisation_id = (select acting_organisation())))
           or (scope = 'PERSON' and (select acting_kind() in ('AUTHORITY', 'AUDIT_FIRM'))
               and exists (select from access_grant g
                           where g.person_id = target_id and g.agreement_id = any ((select readable_agreements())::uuid[])))
           or (scope = 'ORGANISATION' and (select acting_kind() in ('AUTHORITY', 'AUDIT_FIRM'))
               and exists (select from agreement_party p
                           where p.organisation_id = target_id and p.agreement_id = any ((select readable_agreements())::uuid[]))));
create policy app_inserts on access_freeze for insert to sekisho_app
    with check (frozen_by_person_id = (select acting_person()) and frozen_by_organisation_id = (select acting_organisation()));
-- Who sees a freeze and may be on a side of lifting it; which side, the domain says.
create policy app_updates on access_freeze for update to sekisho_app
    using ((select reaches('agreements')) or (select acting_kind() in ('AUTHORITY', 'SECRETARIAT'))
           or target_id = (select acting_organisation())
           or (scope = 'AGREEMENT' and target_id = any ((select writable_agreements())::uuid[]))
           or (scope = 'PERSON' and exists (select from affiliation a
                                            where a.person_id = target_id and a.organisation_id = (select acting_organisation()))));

create policy app_reads on freeze_lift for select to sekisho_app
    using (exists (select from access_freeze f where f.id = freeze_id));
create policy app_inserts on freeze_lift for insert to sekisho_app
    with check (person_id = (select acting_person()) and organisation_id = (select acting_organisation()));

create policy app_reads on usage_meter for select to sekisho_app
    using (agreement_id = any ((select readable_agreements())::uuid[])
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision')));
create policy app_inserts on usage_meter for insert to sekisho_app with check ((select reaches('agreements')));
create policy app_updates on usage_meter for update to sekisho_app
    using (agreement_id = any ((select writable_agreements())::uuid[]) or (select reaches('agreements')));
