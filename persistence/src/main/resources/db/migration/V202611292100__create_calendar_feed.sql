-- The audit calendar as a feed: an address that other programs read without a sign-in, as the person who made it.

create table calendar_feed (
    id              uuid primary key,
    row_version     integer     not null,
    token_hash      bytea       not null unique check (octet_length(token_hash) = 32),
    person_id       uuid        not null references person,
    organisation_id uuid        not null references organisation,
    second_factor   boolean     not null,
    made_at         timestamptz not null,
    last_read_at    timestamptz,
    revoked_at      timestamptz
);
create unique index calendar_feed_one_at_a_time on calendar_feed (person_id, organisation_id) where revoked_at is null;
comment on table calendar_feed is 'Addresses at which calendar programs read the audit calendar as a person; of each only the hash of its token.';
comment on column calendar_feed.organisation_id is 'For which of their organisations the person acts through it.';
comment on column calendar_feed.second_factor is 'Whether the session in which it was made had proved a second factor.';
comment on column calendar_feed.last_read_at is 'Marked when the address is resolved, within five minutes.';

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy owner_all on calendar_feed to sekisho_owner using (true) with check (true);
create policy lookup_reads on calendar_feed for select to sekisho_lookup using (true);
create policy lookup_marks on calendar_feed for update to sekisho_lookup using (true) with check (true);
grant select on calendar_feed to sekisho_lookup;
grant update (last_read_at) on calendar_feed to sekisho_lookup;
grant select, insert on calendar_feed to sekisho_app;
grant update (row_version, revoked_at) on calendar_feed to sekisho_app;

-- One's own, and nobody else's: an administrator shuts an account, and with it whatever it opens.
create policy app_reads on calendar_feed for select to sekisho_app using (person_id = (select acting_person()));
create policy app_inserts on calendar_feed for insert to sekisho_app
    with check (person_id = (select acting_person()) and organisation_id = (select acting_organisation()));
create policy app_updates on calendar_feed for update to sekisho_app using (person_id = (select acting_person()));

-- Whose rows a person sees is decided in one place, whatever it was that told who it is. What enter(…) did for a session stands here.
create function act_as(whom uuid, place uuid, at timestamptz)
    returns table (organisation_kind text, second_factor_enrolled boolean, must_change_password boolean, language text, roles text[],
                   affiliations uuid[])
    language plpgsql volatile security definer
    set search_path = sekisho, pg_temp
as $$
declare
    day date := (at at time zone 'Asia/Tokyo')::date;
begin
    select o.kind, c.second_factor_enrolled_at is not null, c.must_change_password, p.language,
           coalesce((select array_agg(r.role order by r.role) from role_assignment r
                     where r.person_id = p.id and r.organisation_id = o.id and r.state = 'IN_EFFECT'), '{}'),
           coalesce((select array_agg(distinct a.organisation_id) from affiliation a
                     where a.person_id = p.id and a.first_day <= day
                       and (a.last_day is null or day < a.last_day + 1 + interval '2 years')), '{}')
    into organisation_kind, second_factor_enrolled, must_change_password, language, roles, affiliations
    from person p
        join organisation o on o.id = place and o.state = 'ACTIVE'
        join credential c on c.person_id = p.id
    where p.id = whom and p.state = 'ACTIVE'
      -- A secondment that ended yesterday opens nothing today.
      and exists (select from affiliation a where a.person_id = p.id and a.organisation_id = place
                  and a.first_day <= day and (a.last_day is null or a.last_day >= day));
    if not found then
        return;
    end if;
    perform set_config('sekisho.actor', 'person:' || whom, true),
            set_config('sekisho.person', whom::text, true),
            set_config('sekisho.organisation', place::text, true),
            set_config('sekisho.day', day::text, true),
            set_config('sekisho.reach', role_reach(act_as.roles), true),
            set_config('sekisho.writable', agreements_of(place)::text, true),
            -- A designated unit of an authority looks at every agreement, and only a person of it.
            set_config('sekisho.agreements', case when organisation_kind = 'AUTHORITY' and is_designated(place, day)
                                                  then every_agreement()
                                                  else agreements_of(place) end::text, true);
    if 'AUDITOR' = any (act_as.roles) then
        perform enter_audits(whom, place, act_as.affiliations, day);
    end if;
    return next;
end
$$;
comment on function act_as(uuid, uuid, timestamptz) is 'Sets a person as the actor of the transaction, for one of their organisations; no row when they may not act. For enter(…) and its like only.';

create or replace function enter(hash bytea, at timestamptz)
    returns table (session_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, second_factor boolean,
                   second_factor_enrolled boolean, must_change_password boolean, language text, roles text[], affiliations uuid[])
    language plpgsql volatile security definer
    set search_path = sekisho, pg_temp
as $$
declare
    found_session login_session%rowtype;
begin
    select s.* into found_session
    from login_session s
    where s.token_hash = hash and s.ended_at is null and s.expires_at > at and s.last_seen_at > at - interval '30 minutes';
    if not found then
        return;
    end if;
    return query
        select found_session.id, found_session.person_id, found_session.organisation_id, a.organisation_kind, found_session.second_factor,
               a.second_factor_enrolled, a.must_change_password, a.language, a.roles, a.affiliations
        from act_as(found_session.person_id, found_session.organisation_id, at) a;
    if found and found_session.last_seen_at < at - interval '1 minute' then
        update login_session set last_seen_at = at where id = found_session.id and last_seen_at < at;
    end if;
end
$$;

create function enter_by_calendar_feed(hash bytea, at timestamptz)
    returns table (feed_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, second_factor boolean,
                   second_factor_enrolled boolean, must_change_password boolean, language text, roles text[], affiliations uuid[])
    language plpgsql volatile security definer
    set search_path = sekisho, pg_temp
as $$
declare
    found_feed calendar_feed%rowtype;
begin
    -- As CalendarFeed.isOutdated has it: whoever changes a password leaves nothing open that was opened with the one before.
    select f.* into found_feed
    from calendar_feed f join credential c on c.person_id = f.person_id
    where f.token_hash = hash and f.revoked_at is null and (c.password_changed_at is null or c.password_changed_at <= f.made_at);
    if not found then
        return;
    end if;
    return query
        select found_feed.id, found_feed.person_id, found_feed.organisation_id, a.organisation_kind, found_feed.second_factor,
               a.second_factor_enrolled, a.must_change_password, a.language, a.roles, a.affiliations
        from act_as(found_feed.person_id, found_feed.organisation_id, at) a;
    if found and (found_feed.last_read_at is null or found_feed.last_read_at < at - interval '5 minutes') then
        update calendar_feed set last_read_at = at where id = found_feed.id;
    end if;
end
$$;
comment on function enter_by_calendar_feed(bytea, timestamptz) is 'Resolves the address of a calendar feed and sets its person as the actor of the transaction; no row when the address opens nothing.';

grant create on schema sekisho to sekisho_lookup;
alter function act_as(uuid, uuid, timestamptz) owner to sekisho_lookup;
alter function enter_by_calendar_feed(bytea, timestamptz) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function act_as(uuid, uuid, timestamptz), enter_by_calendar_feed(bytea, timestamptz) from public;
grant execute on function enter_by_calendar_feed(bytea, timestamptz) to sekisho_app;
