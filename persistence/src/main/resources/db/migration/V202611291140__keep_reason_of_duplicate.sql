-- A duplicate leaves the way for another report, so that it says why, and that report itself goes on.

-- What was marked before has no reason, and keeps none.
alter table report_step add constraint report_step_duplicate_with_reason check (state <> 'DUPLICATE' or sealed_reason is not null) not valid;

create function refuse_original_aside() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    -- Held until the commit: the original doesn't leave the way at the same time.
    perform from report o where o.id = new.duplicate_of_id and o.state not in ('DUPLICATE', 'REJECTED') for share;
    if not found then
        raise exception using errcode = 'check_violation', constraint = 'report_original_goes_on', message = 'The original was put aside itself';
    end if;
    return new;
end
$$;
comment on function refuse_original_aside() is 'Two reports never rest on each other as duplicates: the original goes on.';

create trigger refuse_original_aside before update of duplicate_of_id on report
    for each row when (new.duplicate_of_id is not null and new.duplicate_of_id is distinct from old.duplicate_of_id)
    execute function refuse_original_aside();
create trigger refuse_original_aside_at_once before insert on report
    for each row when (new.duplicate_of_id is not null) execute function refuse_original_aside();
