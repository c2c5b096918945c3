-- The review of a revision by both sides: chains with their stages, votes and places, interim measures, and what is on file about reviewers.

create table review_chain (
    id                  uuid primary key,
    row_version         integer     not null,
    report_id           uuid        not null,
    organisation_id     uuid        not null,
    provider_id         uuid references organisation,
    revision_id         uuid        not null,
    revision_sha256     text        not null,
    tier                text        not null check (tier in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    state               text        not null check (state in ('OPEN', 'PASSED', 'RETURNED', 'VOID')),
    opened_by_person_id uuid        not null references person,
    opened_at           timestamptz not null,
    closed_at           timestamptz,
    constraint review_chain_closed check ((state = 'OPEN') = (closed_at is null)),
    constraint review_chain_of_report foreign key (report_id, organisation_id) references report (id, organisation_id)
        deferrable initially deferred,
    constraint review_chain_of_revision foreign key (revision_id, report_id, revision_sha256)
        references report_revision (id, report_id, sha256) deferrable initially deferred,
    constraint review_chain_in_report unique (id, report_id),
    constraint review_chain_on_revision unique (id, revision_id, revision_sha256),
    constraint review_chain_one_open exclude using btree (report_id with =) where (state = 'OPEN') deferrable initially deferred
);
comment on table review_chain is 'The review of one revision: the stages of the review clause as they were when it began.';
create index review_chain_by_report on review_chain (report_id, opened_at desc);

alter table report
    add constraint report_chain foreign key (chain_id, id) references review_chain (id, report_id) deferrable initially deferred;

create table review_author (
    chain_id  uuid not null references review_chain deferrable initially deferred,
    person_id uuid not null references person,
    primary key (chain_id, person_id)
);
comment on table review_author is 'Who wrote any revision of the report under review: they don''t review it.';

create table review_party (
    chain_id        uuid not null references review_chain deferrable initially deferred,
    organisation_id uuid not null references organisation,
    primary key (chain_id, organisation_id)
);
comment on table review_party is 'The other organisations concerned: whoever is tied to one of them doesn''t review in another''s name.';

create table review_stage (
    id         uuid primary key,
    chain_id   uuid        not null references review_chain deferrable initially deferred,
    position   integer     not null check (position between 1 and 6),
    side       text        not null check (side in ('INSTITUTION_SECURITY', 'AUTHORITY', 'PROVIDER')),
    quorum     integer     not null check (quorum between 1 and 9),
    least_rank text        not null check (least_rank in ('ANY', 'MANAGER', 'HEAD')),
    clock      integer     not null check (clock >= 1),
    clock_unit text        not null check (clock_unit in ('HOURS', 'BUSINESS_DAYS')),
    state      text        not null check (state in ('WAITING', 'OPEN', 'PASSED', 'RETURNED', 'VOID')),
    opened_at  timestamptz,
    due_at     timestamptz,
    closed_at  timestamptz,
    constraint review_stage_position_once unique (chain_id, position),
    constraint review_stage_of_chain unique (id, chain_id),
    constraint review_stage_clock_runs check ((opened_at is null) = (due_at is null) and due_at > opened_at),
    constraint review_stage_decides_once_open check (state not in ('OPEN', 'PASSED', 'RETURNED') or opened_at is not null),
    constraint review_stage_closed check ((state in ('WAITING', 'OPEN')) = (closed_at is null)),
    -- One closes and the next opens in one transaction, in either order.
    constraint review_stage_one_open exclude using btree (chain_id with =) where (state = 'OPEN') deferrable initially deferred
);
comment on table review_stage is 'One stage of a review. That its clock runs out agrees to nothing.';
create index review_stage_by_clock on review_stage (due_at) where state = 'OPEN';

create table review_vote (
    id              uuid primary key,
    chain_id        uuid        not null,
    stage_id        uuid        not null,
    revision_id     uuid        not null,
    revision_sha256 text        not null,
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    cast_at         timestamptz not null,
    -- One person once in a review, and so once in each stage and on each revision under review, however many votes come at once.
    constraint review_vote_once unique (chain_id, person_id),
    constraint review_vote_in_stage foreign key (stage_id, chain_id) references review_stage (id, chain_id),
    constraint review_vote_on_revision foreign key (chain_id, revision_id, revision_sha256)
        references review_chain (id, revision_id, revision_sha256)
);
comment on table review_vote is 'That one person decided in a stage, on which revision and for whom. What was decided stands in review_vote_choice.';
create index review_vote_by_stage on review_vote (stage_id);

create table review_vote_choice (
    vote_id       uuid primary key references review_vote,
    choice        text not null check (choice in ('AGREES', 'NO_OBJECTION', 'REJECTS')),
    sealed_reason bytea,
    constraint review_vote_choice_rejects_with_reason check (choice <> 'REJECTS' or sealed_reason is not null)
);
comment on table review_vote_choice is 'What a vote says, with its reason or comment sealed under the voter''s organisation''s key.';

create table review_seat (
    id                 uuid primary key,
    chain_id           uuid        not null,
    stage_id           uuid        not null,
    person_id          uuid        not null references person,
    organisation_id    uuid        not null references organisation,
    origin             text        not null check (origin in ('CLAIMED', 'DELEGATED', 'HANDED_OVER')),
    given_by_person_id uuid        not null references person,
    taken_at           timestamptz not null,
    ended_how          text check (ended_how in ('VOTED', 'RELEASED', 'DELEGATED', 'HANDED_OVER', 'CLOSED')),
    ended_at           timestamptz,
    constraint review_seat_in_stage foreign key (stage_id, chain_id) references review_stage (id, chain_id),
    constraint review_seat_ended check ((ended_at is null) = (ended_how is null)),
    constraint review_seat_claimed_by_oneself check ((origin = 'CLAIMED') <= (given_by_person_id = person_id))
);
comment on table review_seat is 'Whose work a stage is: places that people claimed, or that were given to them.';
create unique index review_seat_once on review_seat (stage_id, person_id) where ended_at is null;
create index review_seat_by_person on review_seat (person_id) where ended_at is null;

create table interim_measure (
    id                   uuid primary key,
    row_version          integer     not null,
    report_id            uuid        not null,
    organisation_id      uuid        not null,
    kind                 text        not null check (kind in ('ISOLATION', 'BLOCKING_RULE', 'SERVICE_SUSPENSION')),
    sealed_reason        bytea       not null,
    ordered_by_person_id uuid        not null references person,
    ordered_at           timestamptz not null,
    expires_at           timestamptz not null,
    review_due_at        timestamptz not null,
    state                text        not null check (state in ('IN_EFFECT', 'LIFTED', 'EXPIRED')),
    ended_by_person_id   uuid references person,
    ended_at             timestamptz,
    constraint interim_measure_of_report foreign key (report_id, organisation_id) references report (id, organisation_id),
    constraint interim_measure_ends check (expires_at > ordered_at and expires_at <= ordered_at + interval '30 days'),
    constraint interim_measure_reviewed_within_a_day check (review_due_at = ordered_at + interval '24 hours'),
    constraint interim_measure_ended check ((state = 'IN_EFFECT') = (ended_at is null))
);
comment on table interim_measure is 'What a CISO ordered before both sides agreed: something that can be undone, with a reason and an end.';
create index interim_measure_by_report on interim_measure (report_id);
create index interim_measure_by_end on interim_measure (expires_at) where state = 'IN_EFFECT';

create table reviewer_rank (
    id                    uuid primary key,
    person_id             uuid        not null references person,
    organisation_id       uuid        not null references organisation,
    held_rank             text        not null check (held_rank in ('ANY', 'MANAGER', 'HEAD')),
    recorded_by_person_id uuid        not null references person,
    recorded_at           timestamptz not null,
    constraint reviewer_rank_not_by_oneself check (recorded_by_person_id <> person_id)
);
comment on table reviewer_rank is 'Which rank a person holds at an organisation; the newest entry counts.';
create index reviewer_rank_by_person on reviewer_rank (person_id, organisation_id, recorded_at desc);

create table reviewer_absence (
    id              uuid primary key,
    person_id       uuid not null references person,
    organisation_id uuid not null references organisation,
    first_day       date not null,
    last_day        date not null check (last_day >= first_day)
);
comment on table reviewer_absence is 'Days on which a reviewer is away: colleagues may take over what they hold.';
create index reviewer_absence_by_person on reviewer_absence (person_id, last_day);

create function takes_part(chain uuid) returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from review_chain c where c.id = takes_part.chain and reads_report(c.report_id));
end
$$;
comment on function takes_part(uuid) is 'Whether the actor reads what is under review, and not only that there is a review.';

do $$
declare
    each text;
begin
    foreach each in array array['review_chain', 'review_author', 'review_party', 'review_stage', 'review_vote', 'review_vote_choice', 'review_seat',
            'interim_measure', 'reviewer_rank', 'reviewer_absence'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
        execute format('grant select, insert on %I to sekisho_app', each);
    end loop;
end
$$;
grant update (row_version, state, closed_at) on review_chain to sekisho_app;
grant update (state, opened_at, due_at, closed_at) on review_stage to sekisho_app;
grant update (ended_how, ended_at) on review_seat to sekisho_app;
grant update (row_version, state, ended_by_person_id, ended_at) on interim_measure to sekisho_app;

create policy app_reads on review_chain for select to sekisho_app using (exists (select from report r where r.id = report_id));
create policy app_inserts on review_chain for insert to sekisho_app with check (organisation_id = (select acting_organisation()));
create policy app_updates on review_chain for update to sekisho_app using (reads_report(report_id));

create policy app_reads on review_author for select to sekisho_app using (takes_part(chain_id));
create policy app_inserts on review_author for insert to sekisho_app
    with check (exists (select from review_chain c where c.id = chain_id and c.organisation_id = (select acting_organisation())));
create policy app_reads on review_party for select to sekisho_app using (takes_part(chain_id));
create policy app_inserts on review_party for insert to sekisho_app
    with check (exists (select from review_chain c where c.id = chain_id and c.organisation_id = (select acting_organisation())));

create policy app_reads on review_stage for select to sekisho_app using (exists (select from review_chain c where c.id = chain_id));
create policy app_inserts on review_stage for insert to sekisho_app
    with check (exists (select from review_chain c where c.id = chain_id and c.organisation_id = (select acting_organisation())));
create policy app_updates on review_stage for update to sekisho_app using (takes_part(chain_id));

-- A vote is hidden from everybody but its voter until the stage closes; who counts the votes borrows the reach of the decision.
create policy app_reads on review_vote for select to sekisho_app
    using (person_id = (select acting_person())
           or (takes_part(chain_id)
               and ((select borrows('review-decision'))
                    or exists (select from review_stage s where s.id = stage_id and s.state in ('PASSED', 'RETURNED', 'VOID')))));
create policy app_inserts on review_vote for insert to sekisho_app
    with check (person_id = (select acting_person()) and organisation_id = (select acting_organisation()) and takes_part(chain_id));
create policy app_reads on review_vote_choice for select to sekisho_app
    using (exists (select from review_vote v where v.id = vote_id));
create policy app_inserts on review_vote_choice for insert to sekisho_app
    with check (exists (select from review_vote v where v.id = vote_id and v.person_id = (select acting_person())));

create policy app_reads on review_seat for select to sekisho_app using (exists (select from review_chain c where c.id = chain_id));
create policy app_inserts on review_seat for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and takes_part(chain_id));
create policy app_updates on review_seat for update to sekisho_app using (takes_part(chain_id));

create policy app_reads on interim_measure for select to sekisho_app using (reads_report(report_id));
create policy app_inserts on interim_measure for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and ordered_by_person_id = (select acting_person()));
create policy app_updates on interim_measure for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('reports')));

create policy app_reads on reviewer_rank for select to sekisho_app using (organisation_id = (select acting_organisation()));
create policy app_inserts on reviewer_rank for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and recorded_by_person_id = (select acting_person()));
create policy app_reads on reviewer_absence for select to sekisho_app using (organisation_id = (select acting_organisation()));
create policy app_inserts on reviewer_absence for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and person_id = (select acting_person()));
