-- An approval of a release is given in a role that the approver holds: one past the portal's own checks is refused otherwise.
create or replace function refuse_release_approval() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    release report_release%rowtype;
    day     date := (new.approved_at at time zone 'Asia/Tokyo')::date;
begin
    select r.* into strict release from report_release r where r.id = new.release_id;
    if new.person_id = release.requested_by_person_id then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_by_another', message = 'Nobody approves what they asked for';
    end if;
    if new.sha256 <> release.sha256
       or not exists (select from report_release_needed n where n.release_id = new.release_id and n.role = new.role) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_asked', message = 'The approval isn''t asked for';
    end if;
    if not exists (
            select from role_assignment a
            where a.person_id = new.person_id and a.role = new.role and a.state = 'IN_EFFECT') then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_by_role', message = 'The approver doesn''t hold the role';
    end if;
    if exists (
            select from affiliation a
            where a.person_id = new.person_id and a.organisation_id = release.recipient_id and a.first_day <= day
              and (a.last_day is null or day < a.last_day + 1 + interval '2 years')) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_approval_untied', message = 'The approver is tied to the recipient';
    end if;
    return new;
end
$$;
