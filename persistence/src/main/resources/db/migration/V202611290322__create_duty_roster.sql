-- Who is on duty and when; and absences that don't overlap and can be withdrawn.

create table duty_shift (
    id                    uuid primary key,
    organisation_id       uuid        not null references organisation,
    person_id             uuid        not null references person,
    starts_at             timestamptz not null,
    ends_at               timestamptz not null,
    recorded_by_person_id uuid        not null references person,
    recorded_at           timestamptz not null,
    constraint duty_shift_times check (ends_at > starts_at and ends_at <= starts_at + interval '31 days')
);
comment on table duty_shift is 'When a duty officer is on duty for an organisation. Where nobody is on its roster, all its duty officers are.';
create index duty_shift_by_end on duty_shift (organisation_id, ends_at);
create index duty_shift_by_time on duty_shift (ends_at);

alter table duty_shift enable row level security;
alter table duty_shift force row level security;
grant select, insert, delete on duty_shift to sekisho_app;
create policy owner_all on duty_shift to sekisho_owner using (true) with check (true);
-- Jobs that tell people have to know whom.
create policy app_reads on duty_shift for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('notices') or reaches('reports')));
create policy app_inserts on duty_shift for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()) and recorded_by_person_id = (select acting_person()));
create policy app_deletes on duty_shift for delete to sekisho_app using (organisation_id = (select acting_organisation()));

create function refuse_absence() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    -- Two of one person at once wait for each other.
    perform pg_advisory_xact_lock(hashtextextended('absence ' || new.person_id || new.organisation_id, 0));
    if exists (select from reviewer_absence a
               where a.person_id = new.person_id and a.organisation_id = new.organisation_id
                 and a.first_day <= new.last_day and a.last_day >= new.first_day) then
        raise exception using errcode = 'check_violation', constraint = 'reviewer_absence_apart', message = 'Absences of one person overlap';
    end if;
    return new;
end
$$;
comment on function refuse_absence() is 'Refuses an absence on days that belong to another one.';
create trigger refuse_absence before insert on reviewer_absence for each row execute function refuse_absence();

grant delete on reviewer_absence to sekisho_app;
create policy app_deletes on reviewer_absence for delete to sekisho_app
    using (organisation_id = (select acting_organisation()) and person_id = (select acting_person()));
create index reviewer_absence_by_organisation on reviewer_absence (organisation_id, last_day);
create index reviewer_rank_by_organisation on reviewer_rank (organisation_id, person_id, recorded_at desc);
