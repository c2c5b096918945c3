-- A place in a review whose holder can't act any more keeps nobody from it; and colleagues put the absence of somebody on file.

alter table review_seat drop constraint review_seat_ended_how_check;
alter table review_seat add constraint review_seat_ended_how_check
    check (ended_how in ('VOTED', 'RELEASED', 'DELEGATED', 'HANDED_OVER', 'LEFT', 'CLOSED'));

-- Held places, by who holds them: of each person it is asked once whether they have left.
drop index review_seat_by_person;
create index review_seat_by_holder on review_seat (person_id, organisation_id) where ended_at is null;

create function has_left(person uuid, organisation uuid, day date) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return not exists (
        select from person p join organisation o on o.id = has_left.organisation
        where p.id = has_left.person and p.state = 'ACTIVE' and o.state = 'ACTIVE'
          and exists (select from affiliation a where a.person_id = p.id and a.organisation_id = o.id
                      and a.first_day <= day and (a.last_day is null or a.last_day >= day))
          and exists (select from role_assignment r where r.person_id = p.id and r.organisation_id = o.id and r.state = 'IN_EFFECT'
                      and r.role in ('SECURITY_REVIEWER', 'CISO', 'AUTHORITY_REVIEWER', 'SIGNATORY')));
end
$$;
comment on function has_left(uuid, uuid, date) is 'Whether somebody is deactivated, belongs to the organisation no more, or reviews for it no more.';

create function vacant_seats(day date) returns setof uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        select h.id from (select distinct s.person_id, s.organisation_id from review_seat s where s.ended_at is null) each_once
            join review_seat h on h.person_id = each_once.person_id and h.organisation_id = each_once.organisation_id and h.ended_at is null
        where has_left(each_once.person_id, each_once.organisation_id, day);
end
$$;
comment on function vacant_seats(date) is 'Places that are held by somebody who has left. Who that is, it doesn''t tell.';

create function vacant_seats_in(chain uuid, day date) returns setof uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        select h.id from review_stage s join review_seat h on h.stage_id = s.id and h.ended_at is null
        where s.chain_id = chain and has_left(h.person_id, h.organisation_id, day);
end
$$;
comment on function vacant_seats_in(uuid, date) is 'Those of one review.';

grant create on schema sekisho to sekisho_lookup;
alter function has_left(uuid, uuid, date) owner to sekisho_lookup;
alter function vacant_seats(date) owner to sekisho_lookup;
alter function vacant_seats_in(uuid, date) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function has_left(uuid, uuid, date), vacant_seats(date), vacant_seats_in(uuid, date) from public;
grant execute on function vacant_seats(date), vacant_seats_in(uuid, date) to sekisho_app;
grant select on review_seat to sekisho_lookup;
create policy lookup_reads on review_seat for select to sekisho_lookup using (true);

alter table reviewer_absence add column recorded_by_person_id uuid references person;
update reviewer_absence set recorded_by_person_id = person_id;
alter table reviewer_absence alter column recorded_by_person_id set not null;
comment on column reviewer_absence.recorded_by_person_id is 'Who said so: the person, their administrator, or whoever reviews beside them.';
alter policy app_inserts on reviewer_absence
    with check (organisation_id = (select acting_organisation()) and recorded_by_person_id = (select acting_person()));
alter policy app_deletes on reviewer_absence
    using (organisation_id = (select acting_organisation()) and (select acting_person()) in (person_id, recorded_by_person_id));
