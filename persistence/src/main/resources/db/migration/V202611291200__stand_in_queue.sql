-- Where its review stands is kept with the report, so that the queue, its order and its count ask one table and the policy of that one.

alter table report
    add column stage_id     uuid,
    add column stage_side   text,
    add column stage_rank   text,
    add column stage_quorum integer,
    add column stage_tier   text,
    add column due_at       timestamptz,
    add constraint report_stage_known check (num_nulls(stage_id, stage_side, stage_rank, stage_quorum, stage_tier) in (0, 5)),
    add constraint report_stage_in_review check (stage_id is null or (state = 'IN_REVIEW' and due_at is not null));
comment on column report.stage_id is 'The open stage of the review that runs. Kept by triggers, like all that is said of it.';
comment on column report.stage_side is 'Whose stage it is.';
comment on column report.stage_rank is 'The rank that it asks for.';
comment on column report.stage_quorum is 'How many votes it needs.';
comment on column report.stage_tier is 'The risk tier that the review is for, whatever became of the report''s.';
comment on column report.due_at is 'When that stage is to decide by; of a deferred report, when it comes back.';

create function keep_standing() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    select s.id, s.side, s.least_rank, s.quorum, c.tier, s.due_at
    into new.stage_id, new.stage_side, new.stage_rank, new.stage_quorum, new.stage_tier, new.due_at
    from review_stage s join review_chain c on c.id = s.chain_id
    where new.state = 'IN_REVIEW' and c.id = new.chain_id and c.report_id = new.id and s.state = 'OPEN';
    new.due_at := coalesce(new.due_at, new.deferred_until);
    return new;
end
$$;
comment on function keep_standing() is 'Writes into a report which stage of its review is open.';

-- The report, its review and the stages are written in any order: whichever comes last sets it right. Whoever changes a review holds the
-- report's row already.
create function pass_standing() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    chain uuid;
begin
    if tg_table_name = 'review_chain' then
        chain := new.id;
    else
        chain := new.chain_id;
    end if;
    update report r set due_at = r.due_at from review_chain c where c.id = chain and r.id = c.report_id and r.chain_id = c.id;
    return null;
end
$$;
comment on function pass_standing() is 'Has a report look again at its review, of which something changed.';

grant create on schema sekisho to sekisho_lookup;
alter function keep_standing() owner to sekisho_lookup;
alter function pass_standing() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function keep_standing(), pass_standing() from public;
grant update (due_at) on report to sekisho_lookup;
create policy lookup_updates on report for update to sekisho_lookup using (true);

create trigger keep_standing before insert or update of state, chain_id, deferred_until, stage_id, stage_side, stage_rank, stage_quorum, stage_tier,
    due_at on report for each row execute function keep_standing();
create trigger pass_standing after insert on review_chain for each row execute function pass_standing();
create trigger pass_standing after insert or update of state, due_at on review_stage
    for each row when (new.state <> 'WAITING') execute function pass_standing();

-- By the trigger.
update report set due_at = null where state in ('IN_REVIEW', 'DEFERRED');
-- After the rows are there: a check that is still to come would forbid the indices below.
alter table report
    add constraint report_stage_of_chain foreign key (stage_id, chain_id) references review_stage (id, chain_id) deferrable initially deferred;

create index report_queue on report (due_at, stage_id) where stage_side is not null;
create index report_queue_of_owner on report (organisation_id, stage_side, due_at, stage_id) where stage_side is not null;
create index report_queue_of_side on report (stage_side, due_at, stage_id) where stage_side is not null;

-- Who holds a stage, also when they have voted, is asked for each row.
create index review_seat_by_stage on review_seat (stage_id);

-- Every order in which lists of reports are offered, for whoever sees those of many institutions.
create index report_by_number on report (number, id);
create index report_by_standing on report (state, id);
create index report_by_tier on report
    ((case tier when 'CRITICAL' then '1' when 'HIGH' then '2' when 'MEDIUM' then '3' else '4' end), id);
create index report_by_label on report (label, id);
create index report_by_due on report ((coalesce(due_at, timestamptz 'infinity')), id);
