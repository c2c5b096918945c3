-- A page of the queue asks for its own places and stages, in two statements for all its rows.

-- In the order of the clock where a tier is asked for, too: read by organisation, all that waits would be put in order for a page of it.
create index report_queue_of_side_by_tier on report (stage_side, stage_tier, due_at, stage_id) where stage_side is not null;

create function vacant_seats_at(stages uuid[], day date) returns setof uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        select h.id from review_seat h
        where h.stage_id = any (stages) and h.ended_at is null and has_left(h.person_id, h.organisation_id, day);
end
$$;
comment on function vacant_seats_at(uuid[], date) is 'Those of some stages.';

grant create on schema sekisho to sekisho_lookup;
alter function vacant_seats_at(uuid[], date) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function vacant_seats_at(uuid[], date) from public;
grant execute on function vacant_seats_at(uuid[], date) to sekisho_app;
