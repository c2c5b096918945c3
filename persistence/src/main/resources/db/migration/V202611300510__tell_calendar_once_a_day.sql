-- A calendar program asks many times a day; the trail tells of the first time on each day.

alter table calendar_feed add column told_on date;
comment on column calendar_feed.told_on is 'The day in Tokyo on which a reading was told last: the first of it.';
grant update (told_on) on calendar_feed to sekisho_lookup;

drop function enter_by_calendar_feed(bytea, timestamptz);
create function enter_by_calendar_feed(hash bytea, at timestamptz)
    returns table (feed_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, second_factor boolean,
                   second_factor_enrolled boolean, must_change_password boolean, language text, roles text[], affiliations uuid[],
                   first_of_day boolean)
    language plpgsql volatile security definer
    set search_path = sekisho, pg_temp
as $$
declare
    found_feed calendar_feed%rowtype;
    today date := (at at time zone 'Asia/Tokyo')::date;
    first boolean;
begin
    -- As CalendarFeed.isOutdated has it: whoever changes a password leaves nothing open that was opened with the one before.
    select f.* into found_feed
    from calendar_feed f join credential c on c.person_id = f.person_id
    where f.token_hash = hash and f.revoked_at is null and (c.password_changed_at is null or c.password_changed_at <= f.made_at);
    if not found then
        return;
    end if;
    if found_feed.told_on is null or found_feed.told_on < today then
        -- Of two that ask at once the second waits here, and finds the day told; where the first is undone, it isn't.
        update calendar_feed f set told_on = today where f.id = found_feed.id and (f.told_on is null or f.told_on < today);
        first := found;
    else
        first := false;
    end if;
    return query
        select found_feed.id, found_feed.person_id, found_feed.organisation_id, a.organisation_kind, found_feed.second_factor,
               a.second_factor_enrolled, a.must_change_password, a.language, a.roles, a.affiliations, first
        from act_as(found_feed.person_id, found_feed.organisation_id, at) a;
    if found and (found_feed.last_read_at is null or found_feed.last_read_at < at - interval '5 minutes') then
        update calendar_feed set last_read_at = at where id = found_feed.id;
    end if;
end
$$;
comment on function enter_by_calendar_feed(bytea, timestamptz) is 'Resolves the address of a calendar feed and sets its person as the actor of the transaction; no row when the address opens nothing. Says too whether it is the first reading of the day.';

grant create on schema sekisho to sekisho_lookup;
alter function enter_by_calendar_feed(bytea, timestamptz) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function enter_by_calendar_feed(bytea, timestamptz) from public;
grant execute on function enter_by_calendar_feed(bytea, timestamptz) to sekisho_app;
