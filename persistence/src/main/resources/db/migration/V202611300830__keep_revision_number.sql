-- Lists show which revision a report is at. It is kept with the report, so that a list doesn't ask for each row, and through another policy.

alter table report add column revision_number integer;
comment on column report.revision_number is 'Which of its revisions is the current one. Kept by triggers; empty only until that revision is written.';
update report r set revision_number = v.number from report_revision v where v.id = r.current_revision_id;

create or replace function keep_standing() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    select s.id, s.side, s.least_rank, s.quorum, c.tier, s.due_at
    into new.stage_id, new.stage_side, new.stage_rank, new.stage_quorum, new.stage_tier, new.due_at
    from review_stage s join review_chain c on c.id = s.chain_id
    where new.state = 'IN_REVIEW' and c.id = new.chain_id and c.report_id = new.id and s.state = 'OPEN';
    new.due_at := coalesce(new.due_at, new.deferred_until);
    select v.number into new.revision_number from report_revision v where v.id = new.current_revision_id and v.report_id = new.id;
    return new;
end
$$;
comment on function keep_standing() is 'Writes into a report which stage of its review is open, and the number of its current revision.';

-- The report and its revision are written in any order. Whoever revises a report holds its row already.
create function pass_revision() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    update report r set due_at = r.due_at
    where r.id = new.report_id and r.current_revision_id = new.id and r.revision_number is distinct from new.number;
    return null;
end
$$;
comment on function pass_revision() is 'Has a report look again which revision it is at, when that one is written.';

grant create on schema sekisho to sekisho_lookup;
alter function pass_revision() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function pass_revision() from public;
grant select on report_revision to sekisho_lookup;

drop trigger keep_standing on report;
create trigger keep_standing before insert or update of state, chain_id, deferred_until, stage_id, stage_side, stage_rank, stage_quorum, stage_tier,
    due_at, current_revision_id, revision_number on report for each row execute function keep_standing();
create trigger pass_revision after insert on report_revision for each row execute function pass_revision();
