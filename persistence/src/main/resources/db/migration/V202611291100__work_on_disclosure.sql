-- Answers of those who were told, and what time says of a case. To run after create_disclosure.

alter table disclosure_case add column report_number integer not null check (report_number >= 1);
comment on column disclosure_case.report_number is 'Of the report within its organisation: an authority that reads the case needn''t see the report.';

alter table disclosure_step drop constraint disclosure_step_kind_check;
alter table disclosure_step add constraint disclosure_step_kind_check
    check (kind in ('OPENED', 'NOTIFIED', 'ANSWERED', 'NUMBERED', 'SCHEDULED', 'SHOWN', 'PUBLISHED', 'WITHDRAWN'));
alter table disclosure_step drop constraint disclosure_step_notified;
alter table disclosure_step add constraint disclosure_step_notified check ((kind in ('NOTIFIED', 'ANSWERED')) = (notified is not null));
alter table disclosure_step drop constraint disclosure_step_reason;
alter table disclosure_step add constraint disclosure_step_reason check (kind not in ('ANSWERED', 'WITHDRAWN') or sealed_note is not null);

-- As whoever acts: the institution sees its own reports and embargoes.
create function refuse_unfit_disclosure() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if not exists (select from report r where r.id = new.report_id and r.state not in ('RECEIVED', 'REJECTED', 'DUPLICATE')) then
        raise exception using errcode = 'check_violation', constraint = 'disclosure_case_report', message = 'Nobody has looked at the report, or it was thrown out';
    end if;
    return new;
end
$$;
comment on function refuse_unfit_disclosure() is 'Others are troubled only with what somebody has looked at and not thrown out.';

create function refuse_early_publication() returns trigger
    language plpgsql
    set search_path = sekisho, pg_temp
as $$
begin
    if exists (select from embargo e
               where e.report_id = new.report_id and e.state = 'IN_EFFECT'
                 and e.until > (new.publish_on + 1)::timestamp at time zone 'Asia/Tokyo') then
        raise exception using errcode = 'check_violation', constraint = 'disclosure_case_embargo', message = 'An embargo on the report runs longer';
    end if;
    return new;
end
$$;
comment on function refuse_early_publication() is 'A day of publication lies where no embargo on the report runs any more.';

create trigger refuse_unfit_disclosure before insert on disclosure_case for each row execute function refuse_unfit_disclosure();
create trigger refuse_early_publication before update on disclosure_case for each row
    when (new.publish_on is distinct from old.publish_on or (new.state = 'PUBLISHED' and old.state <> 'PUBLISHED')) execute function refuse_early_publication();

create index disclosure_case_going on disclosure_case (publish_on) where state in ('PREPARED', 'NOTIFIED', 'COORDINATED');

-- Whoever tells people by mail sees that there is a case, and nothing of what it is about.
create policy notices_reads on disclosure_case for select to sekisho_app using ((select reaches('notices')));
drop policy app_reads on disclosure_content;
create policy app_reads on disclosure_content for select to sekisho_app
    using (exists (select from disclosure_case c where c.id = case_id) and not (select reaches('notices')));
drop policy app_reads on disclosure_step;
create policy app_reads on disclosure_step for select to sekisho_app
    using (exists (select from disclosure_case c where c.id = case_id) and not (select reaches('notices')));
