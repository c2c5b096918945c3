-- Who acts: the one function that resolves a sign-in session, and the one that names a job of the system.
-- Both belong to sekisho_lookup, a role nobody signs in with, whose policies show it what it needs and nothing binds but them.

create function system_reach(job text) returns text
    language sql immutable
    return case job
        when 'sign-in' then 'people,sign-in,organisations-read'
        when 'agreement-term' then 'agreements'
        when 'audit-calendar' then 'agreements-read,engagements'
        when 'pack-builder' then 'agreements-read,engagements,packs,trail'
        when 'mailer' then 'people-read,mail'
        when 'housekeeping' then 'people,sign-in'
        when 'installer' then 'people,sign-in,organisations,agreements,engagements,installation,trail'
        else ''
    end;
comment on function system_reach(text) is 'What rows a job of the system reaches.';

create function role_reach(roles text[]) returns text
    language sql immutable
    return concat_ws(',',
        case when 'ADMINISTRATOR' = any (roles) then 'people,organisations,administration-trail' end,
        case when 'COORDINATOR' = any (roles) then 'agreements,engagements,agreement-trail,designations,roles-own,role-requests' end,
        case when 'ORGANISATION_ADMINISTRATOR' = any (roles) then 'people-own,own-trail,roles-own' end,
        case when roles && array['SIGNATORY', 'CISO', 'SECURITY_REVIEWER', 'AUTHORITY_REVIEWER'] then 'own-trail,roles-own' end,
        case when 'AUTHORITY_REVIEWER' = any (roles) then 'audits-overseen' end,
        case when 'AUTHORITY_REVIEWER' = any (roles) then 'oversight' end,
        case when 'AUDITOR' = any (roles) then 'audits' end);
comment on function role_reach(text[]) is 'What rows the roles of a person reach beyond their organisation''s and their own.';

create function agreements_of(organisation uuid) returns uuid[]
    language sql stable
    return (select coalesce(array_agg(distinct p.agreement_id), '{}') from agreement_party p
            where p.organisation_id = organisation and p.until_version is null);
comment on function agreements_of(uuid) is 'The agreements to which an organisation is a party.';

create function every_agreement() returns uuid[]
    language sql stable
    return (select coalesce(array_agg(distinct p.agreement_id), '{}') from agreement_party p);
comment on function every_agreement() is 'All agreements, as far as the role that asks may see them.';

create function is_designated(organisation uuid, day date) returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from designation d
                   where d.organisation_id = organisation and day between d.first_day and coalesce(d.ended_on, d.last_day));
end
$$;
comment on function is_designated(uuid, date) is 'Whether a unit of an authority is designated on this day.';

create function home_of(person uuid) returns uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return (select p.home_organisation_id from person p where p.id = home_of.person);
end
$$;
comment on function home_of(uuid) is 'A person''s home, for policies of tables whose rows refer to people: with a sub-select on person they would ask each other.';

create function asks_for_role(person uuid) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from role_assignment r where r.person_id = asks_for_role.person and r.state in ('REQUESTED', 'APPROVED'));
end
$$;
comment on function asks_for_role(uuid) is 'Whether a role of the person waits for approval or confirmation: who approves sees who it is.';

create function enter(hash bytea, at timestamptz)
    returns table (session_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, second_factor boolean,
                   second_factor_enrolled boolean, must_change_password boolean, language text, roles text[], affiliations uuid[])
    language plpgsql volatile security definer
    set search_path = sekisho, pg_temp
as $$
declare
    found_session login_session%rowtype;
    day date := (at at time zone 'Asia/Tokyo')::date;
begin
    select s.* into found_session
    from login_session s
    where s.token_hash = hash and s.ended_at is null and s.expires_at > at and s.last_seen_at > at - interval '30 minutes';
    if not found then
        return;
    end if;
    select s.id, s.person_id, s.organisation_id, o.kind, s.second_factor,
           c.second_factor_enrolled_at is not null, c.must_change_password, p.language,
           coalesce((select array_agg(r.role order by r.role) from role_assignment r
                     where r.person_id = p.id and r.organisation_id = s.organisation_id and r.state = 'IN_EFFECT'), '{}'),
           coalesce((select array_agg(distinct a.organisation_id) from affiliation a
                     where a.person_id = p.id and a.first_day <= day
                       and (a.last_day is null or day < a.last_day + 1 + interval '2 years')), '{}')
    into session_id, person_id, organisation_id, organisation_kind, second_factor, second_factor_enrolled, must_change_password,
         language, roles, affiliations
    from login_session s
        join person p on p.id = s.person_id and p.state = 'ACTIVE'
        join organisation o on o.id = s.organisation_id and o.state = 'ACTIVE'
        join credential c on c.person_id = p.id
    where s.id = found_session.id
      -- A secondment that ended yesterday opens nothing today.
      and exists (select from affiliation a where a.person_id = p.id and a.organisation_id = s.organisation_id
                  and a.first_day <= day and (a.last_day is null or a.last_day >= day));
    if not found then
        return;
    end if;
    if found_session.last_seen_at < at - interval '1 minute' then
        update login_session set last_seen_at = at where id = found_session.id and last_seen_at < at;
    end if;
    perform set_config('sekisho.actor', 'person:' || enter.person_id, true),
            set_config('sekisho.person', enter.person_id::text, true),
            set_config('sekisho.organisation', enter.organisation_id::text, true),
            set_config('sekisho.day', day::text, true),
            set_config('sekisho.reach', role_reach(enter.roles), true),
            set_config('sekisho.writable', agreements_of(enter.organisation_id)::text, true),
            -- A designated unit of an authority looks at every agreement, and only a person of it.
            set_config('sekisho.agreements', case when organisation_kind = 'AUTHORITY' and is_designated(enter.organisation_id, day)
                                                  then every_agreement()
                                                  else agreements_of(enter.organisation_id) end::text, true);
    if 'AUDITOR' = any (enter.roles) then
        perform enter_audits(enter.person_id, enter.organisation_id, enter.affiliations, day);
    end if;
    return next;
end
$$;
comment on function enter(bytea, timestamptz) is 'Resolves a sign-in session and sets its person as the actor of the transaction; no row when the session opens nothing.';

create function enter_system(job text) returns void
    language plpgsql volatile
    set search_path = sekisho, pg_temp
as $$
begin
    perform set_config('sekisho.actor', 'system:' || job, true),
            set_config('sekisho.person', '', true),
            set_config('sekisho.organisation', '', true),
            set_config('sekisho.day', '', true),
            set_config('sekisho.writable', '', true),
            set_config('sekisho.agreements', '', true),
            set_config('sekisho.reach', system_reach(job), true);
end
$$;
comment on function enter_system(text) is 'Sets a job of the system as the actor of the transaction.';

grant create on schema sekisho to sekisho_lookup;
alter function enter(bytea, timestamptz) owner to sekisho_lookup;
alter function home_of(uuid) owner to sekisho_lookup;
alter function asks_for_role(uuid) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
grant select on organisation, person, affiliation, role_assignment, credential, login_session, designation to sekisho_lookup;
grant update (last_seen_at) on login_session to sekisho_lookup;
revoke all on function enter(bytea, timestamptz), enter_system(text), home_of(uuid), asks_for_role(uuid) from public;
grant execute on function enter(bytea, timestamptz), enter_system(text), home_of(uuid), asks_for_role(uuid) to sekisho_app;

-- Row-level security. Every table: forced, the owner sees all for migrations, the rest is policies for the application.
do $$
declare
    each text;
begin
    foreach each in array array['organisation', 'organisation_mail_domain', 'person', 'affiliation', 'role_assignment', 'credential',
            'second_factor_secret', 'login_session', 'one_time_link', 'sign_in_failure', 'kept_answer', 'clock_setting', 'designation',
            'people_import', 'people_import_line', 'mail'] loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy owner_all on %I to sekisho_owner using (true) with check (true)', each);
    end loop;
    foreach each in array array['organisation', 'person', 'affiliation', 'role_assignment', 'credential', 'login_session',
            'designation'] loop
        execute format('create policy lookup_reads on %I for select to sekisho_lookup using (true)', each);
    end loop;
end
$$;
create policy lookup_marks on login_session for update to sekisho_lookup using (true) with check (true);

grant select, insert, update on organisation, person, affiliation, role_assignment, credential, login_session, one_time_link, clock_setting,
    designation, people_import, mail to sekisho_app;
grant select, insert, update, delete on organisation_mail_domain, second_factor_secret, sign_in_failure, kept_answer to sekisho_app;
grant select, insert, delete on people_import_line to sekisho_app;
grant delete on affiliation to sekisho_app;

create policy app_reads on organisation for select to sekisho_app using ((select somebody_acts()));
create policy app_inserts on organisation for insert to sekisho_app with check ((select reaches('organisations')));
create policy app_updates on organisation for update to sekisho_app
    using ((select reaches('organisations')) or ((select reaches('people-own')) and id = (select acting_organisation())));

create policy app_reads on organisation_mail_domain for select to sekisho_app
    using ((select reaches('organisations') or reaches('people') or borrows('conflict-check')) or organisation_id = (select acting_organisation()));
create policy app_writes on organisation_mail_domain for insert to sekisho_app
    with check ((select reaches('organisations')) or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));
create policy app_deletes on organisation_mail_domain for delete to sekisho_app
    using ((select reaches('organisations')) or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));

create policy app_reads on designation for select to sekisho_app using ((select somebody_acts()));
create policy app_inserts on designation for insert to sekisho_app with check ((select reaches('designations')));
create policy app_updates on designation for update to sekisho_app using ((select reaches('designations')));

create policy app_reads on affiliation for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or person_id = (select acting_person())
           or (select reaches('people') or reaches('people-read') or borrows('conflict-check') or borrows('access-decision'))
           or ((select reaches('people-own')) and home_of(person_id) = (select acting_organisation())));
create policy app_inserts on affiliation for insert to sekisho_app
    with check ((select reaches('people')) or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));
create policy app_updates on affiliation for update to sekisho_app
    using ((select reaches('people'))
           or ((select reaches('people-own'))
               and (organisation_id = (select acting_organisation()) or home_of(person_id) = (select acting_organisation()))));
create policy app_deletes on affiliation for delete to sekisho_app using ((select reaches('people')));

create policy app_reads on person for select to sekisho_app
    using (home_organisation_id = (select acting_organisation()) or id = (select acting_person())
           or (select reaches('people') or reaches('people-read') or borrows('conflict-check') or borrows('access-decision') or borrows('names'))
           or ((select reaches('role-requests')) and asks_for_role(id))
           or exists (select from affiliation a where a.person_id = person.id and a.organisation_id = (select acting_organisation())
                      and (a.last_day is null or a.last_day >= (select acting_day()))));
create policy app_inserts on person for insert to sekisho_app
    with check ((select reaches('people')) or ((select reaches('people-own')) and home_organisation_id = (select acting_organisation())));
create policy app_updates on person for update to sekisho_app
    using ((select reaches('people')) or id = (select acting_person())
           or ((select reaches('people-own')) and home_organisation_id = (select acting_organisation())));

create policy app_reads on role_assignment for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or person_id = (select acting_person())
           or (select reaches('people') or reaches('people-read') or reaches('role-requests') or borrows('conflict-check')
                      or borrows('access-decision'))
           or ((select reaches('people-own')) and home_of(person_id) = (select acting_organisation())));
create policy app_inserts on role_assignment for insert to sekisho_app
    with check ((select reaches('people')) or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));
create policy app_updates on role_assignment for update to sekisho_app
    using ((select reaches('people') or reaches('role-requests'))
           or ((select reaches('people-own') or reaches('roles-own')) and organisation_id = (select acting_organisation()))
           or ((select reaches('people-own')) and home_of(person_id) = (select acting_organisation())));

-- Administrators see whether a second factor is enrolled and when somebody signed in last; the hash is read by sign-in alone.
create policy app_reads on credential for select to sekisho_app
    using ((select reaches('people')) or person_id = (select acting_person())
           or ((select reaches('people-own')) and exists (select from person p where p.id = credential.person_id)));
create policy app_inserts on credential for insert to sekisho_app
    with check ((select reaches('people')) or ((select reaches('people-own')) and exists (select from person p where p.id = credential.person_id)));
create policy app_updates on credential for update to sekisho_app
    using ((select reaches('people')) or person_id = (select acting_person())
           or ((select reaches('people-own'))
               and exists (select from person p where p.id = credential.person_id and p.home_organisation_id = (select acting_organisation()))));

create policy app_all on second_factor_secret to sekisho_app
    using (person_id = (select acting_person()) or (select reaches('sign-in')))
    with check (person_id = (select acting_person()) or (select reaches('sign-in')));
create policy app_erases on second_factor_secret for delete to sekisho_app
    using ((select reaches('people'))
           or ((select reaches('people-own'))
               and exists (select from person p where p.id = second_factor_secret.person_id and p.home_organisation_id = (select acting_organisation()))));

-- A row is only deleted by who may see it.
create policy app_finds on second_factor_secret for select to sekisho_app
    using ((select reaches('people'))
           or ((select reaches('people-own')) and home_of(person_id) = (select acting_organisation())));

create policy app_reads on login_session for select to sekisho_app
    using (person_id = (select acting_person()) or (select reaches('people'))
           or ((select reaches('people-own'))
               and (organisation_id = (select acting_organisation()) or home_of(person_id) = (select acting_organisation()))));
create policy app_inserts on login_session for insert to sekisho_app
    with check (person_id = (select acting_person()) or (select reaches('sign-in')));
create policy app_updates on login_session for update to sekisho_app
    using (person_id = (select acting_person()) or (select reaches('people'))
           or ((select reaches('people-own'))
               and (organisation_id = (select acting_organisation()) or home_of(person_id) = (select acting_organisation()))));

-- The row of a link opens nothing, only its token does. Administrators replace the links of their people.
create policy app_reads on one_time_link for select to sekisho_app
    using ((select reaches('sign-in') or reaches('people'))
           or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));
create policy app_inserts on one_time_link for insert to sekisho_app
    with check ((select reaches('sign-in') or reaches('people') or reaches('installation'))
                or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));
create policy app_updates on one_time_link for update to sekisho_app
    using ((select reaches('sign-in') or reaches('people'))
           or ((select reaches('people-own')) and organisation_id = (select acting_organisation())));

create policy app_all on sign_in_failure to sekisho_app
    using ((select reaches('sign-in'))) with check ((select reaches('sign-in')));

create policy app_all on kept_answer to sekisho_app
    using (person_id = (select acting_person())) with check (person_id = (select acting_person()));

create policy app_all on people_import to sekisho_app
    using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy app_all on people_import_line to sekisho_app
    using (exists (select from people_import i where i.id = run_id))
    with check (exists (select from people_import i where i.id = run_id));

create policy app_inserts on mail for insert to sekisho_app with check ((select somebody_acts()));
create policy app_reads on mail for select to sekisho_app using ((select reaches('mail')));
create policy app_updates on mail for update to sekisho_app using ((select reaches('mail')));

create policy app_reads on clock_setting for select to sekisho_app using (true);
create policy app_inserts on clock_setting for insert to sekisho_app with check ((select somebody_acts()));
create policy app_updates on clock_setting for update to sekisho_app using ((select somebody_acts()));

-- Who sees which events: one's own; an organisation's, by those who answer for it; the secretariat's share by the act.
create policy app_reads on trail_event for select to sekisho_app
    using (actor = 'person:' || (select acting_person())::text
           or (select reaches('trail'))
           or ((select reaches('own-trail')) and organisation = (select acting_organisation()))
           or ((select borrows('timeline')) and subject_kind = 'agreement' and outcome = 'done'
               and ((select reaches('agreements')) or subject_id = any ((select readable_agreements())::uuid[])))
           or ((select reaches('administration-trail')) and split_part(act, '.', 1) in ('person', 'organisation', 'role', 'session', 'account', 'installation'))
           or ((select reaches('agreement-trail'))
               and split_part(act, '.', 1) in ('agreement', 'grant', 'environment', 'training', 'phase', 'freeze', 'playbook', 'audit', 'organisation')));
create policy app_reads on trail_opening for select to sekisho_app using (exists (select from trail_event e where e.id = event));
create policy app_reads on trail_material for select to sekisho_app using (exists (select from trail_event e where e.id = event));
