-- What an embargo was at any moment, also after its end moved: each end, each question and each answer is kept. To run after create_release.

create table embargo_step (
    id             uuid primary key,
    embargo_id     uuid        not null references embargo deferrable initially deferred,
    kind           text        not null check (kind in ('PROPOSED', 'ASKED', 'ACCEPTED', 'DECLINED', 'EXTENDED', 'ENDED', 'BROKEN')),
    participant_id uuid references embargo_participant deferrable initially deferred,
    until          timestamptz not null,
    answer_by      timestamptz,
    person_id      uuid references person,
    taken_at       timestamptz not null,
    constraint embargo_step_participant check ((kind in ('ASKED', 'ACCEPTED', 'DECLINED')) = (participant_id is not null)),
    constraint embargo_step_answer_by check ((kind in ('ASKED', 'EXTENDED')) = (answer_by is not null)),
    constraint embargo_step_person check (person_id is not null or kind = 'ENDED')
);
comment on table embargo_step is 'Everything that happened to an embargo, with the end that it had from then on. Never changed.';
comment on column embargo_step.person_id is 'Empty where its time had come.';
create index embargo_step_by_embargo on embargo_step (embargo_id, taken_at, id);

-- Of what happened before, the last is known: the present end, and each participant's last answer.
insert into embargo_step (id, embargo_id, kind, until, person_id, taken_at)
select gen_random_uuid(), e.id, 'PROPOSED', e.until, e.proposed_by_person_id, e.proposed_at from embargo e;
insert into embargo_step (id, embargo_id, kind, participant_id, until, answer_by, person_id, taken_at)
select gen_random_uuid(), e.id, 'ASKED', p.id, e.until, p.answer_by, e.proposed_by_person_id, e.proposed_at
from embargo e join embargo_participant p on p.embargo_id = e.id;
insert into embargo_step (id, embargo_id, kind, participant_id, until, person_id, taken_at)
select gen_random_uuid(), e.id, case when p.declined then 'DECLINED' else 'ACCEPTED' end, p.id, coalesce(p.agreed_until, e.until),
       p.answered_by_person_id, p.answered_at
from embargo e join embargo_participant p on p.embargo_id = e.id where p.answered_at is not null;

create function refuse_untold_embargo() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if tg_table_name = 'embargo' then
        if not exists (select from embargo_step s where s.embargo_id = new.id and s.kind in ('PROPOSED', 'EXTENDED') and s.until = new.until) then
            raise exception using errcode = 'check_violation', constraint = 'embargo_end_kept', message = 'Nobody proposed this end';
        end if;
    elsif not exists (select from embargo_step s
                      where s.participant_id = new.id and s.taken_at = new.answered_at
                        and s.kind = case when new.declined then 'DECLINED' else 'ACCEPTED' end) then
        raise exception using errcode = 'check_violation', constraint = 'embargo_answer_kept', message = 'The answer isn''t kept';
    end if;
    return null;
end
$$;
comment on function refuse_untold_embargo() is 'An end, and an answer, stands among the steps: what was agreed can be told later.';

grant create on schema sekisho to sekisho_lookup;
alter function refuse_untold_embargo() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function refuse_untold_embargo() from public;

alter table embargo_step enable row level security;
alter table embargo_step force row level security;
create policy owner_all on embargo_step to sekisho_owner using (true) with check (true);
grant select, insert on embargo_step to sekisho_app;
grant select on embargo_step to sekisho_lookup;
create policy lookup_reads on embargo_step for select to sekisho_lookup using (true);

-- Who was asked, and what they said, is seen by whoever sees the participant.
create policy app_reads on embargo_step for select to sekisho_app
    using (exists (select from embargo e where e.id = embargo_id)
           and (participant_id is null or exists (select from embargo_participant p where p.id = participant_id))
           and not (select reaches('notices')));
create policy app_inserts on embargo_step for insert to sekisho_app
    with check (person_id is not distinct from (select acting_person())
                and exists (select from embargo e
                            where e.id = embargo_id
                              and (e.organisation_id = (select acting_organisation())
                                   or (kind in ('ACCEPTED', 'DECLINED', 'BROKEN') and keeps_embargo(e.id))
                                   or (kind = 'ENDED' and (select reaches('reports'))))));
create policy pack_collection_reads on embargo_step for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from embargo e where e.id = embargo_id));

-- At the commit: the step is written after what it tells of.
create constraint trigger refuse_untold_end after insert or update of until on embargo deferrable initially deferred
    for each row execute function refuse_untold_embargo();
create constraint trigger refuse_untold_answer after update of answered_at on embargo_participant deferrable initially deferred
    for each row when (new.answered_at is not null) execute function refuse_untold_embargo();
