-- Whoever agrees to a high risk entered their credentials again for that very vote: one that proves nothing is refused here too.
create or replace function refuse_choice() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    side text;
    tier text;
begin
    select s.side, c.tier into strict side, tier
    from review_vote v join review_stage s on s.id = v.stage_id join review_chain c on c.id = v.chain_id where v.id = new.vote_id;
    if new.choice <> 'REJECTS' and (side = 'AUTHORITY') <> (new.choice = 'NO_OBJECTION') then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_choice_of_side', message = 'Not in the words of the side';
    end if;
    if new.choice <> 'REJECTS' and tier in ('CRITICAL', 'HIGH') and coalesce(new.reentered, 'NOTHING') = 'NOTHING' then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_choice_with_credentials',
            message = 'Nobody agrees to a high risk without entering credentials again';
    end if;
    return new;
end
$$;
