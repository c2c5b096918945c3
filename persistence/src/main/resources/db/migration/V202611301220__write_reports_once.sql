-- A new report is at its first revision, which is written after it. To look again then wrote each report of an import twice, indices and all.

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
    if tg_op = 'INSERT' then
        new.revision_number := coalesce(new.revision_number, 1);
    end if;
    return new;
end
$$;
