-- An original stands for its duplicates: it goes on, and in a tier that is no lower than theirs was.
create or replace function refuse_original_aside() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
declare
    tiers    constant text[] := array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
    original report%rowtype;
begin
    -- Held until the commit: the original doesn't leave the way at the same time, nor is it lowered.
    select o.* into original from report o where o.id = new.duplicate_of_id and o.state not in ('DUPLICATE', 'REJECTED', 'CLOSED') for share;
    if not found then
        raise exception using errcode = 'check_violation', constraint = 'report_original_goes_on', message = 'The original was put aside itself';
    end if;
    if array_position(tiers, original.tier) < array_position(tiers, new.tier) then
        raise exception using errcode = 'check_violation', constraint = 'report_original_no_milder', message = 'The original''s tier is lower';
    end if;
    return new;
end
$$;
