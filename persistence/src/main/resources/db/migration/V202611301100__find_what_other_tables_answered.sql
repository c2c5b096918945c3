-- Which version of which table answered last for each report. What another one answered than governs now is found by that, however many reports
-- there are, and nothing is read where there is none. A report that is answered for while the governing version changes keeps the one that it was
-- asked of, and is found by the next look.

create table report_answered_by (
    report_id     uuid    not null references report on delete cascade,
    answers       text    not null check (answers in ('RISK', 'ESCALATION')),
    agreement_id  uuid    not null,
    table_code    text    not null check (table_code <> ''),
    table_version integer not null check (table_version >= 1),
    goes_on       boolean not null,
    primary key (report_id, answers)
);
comment on table report_answered_by is 'Which version of a table gave the newest rating, and the newest evaluation, of a report. Kept by triggers alone.';
comment on column report_answered_by.agreement_id is 'The report''s own, whose row vouches for it.';
comment on column report_answered_by.goes_on is 'Whether the report isn''t over: what is over isn''t asked about again until it is opened anew.';
create index report_answered_by_version on report_answered_by (agreement_id, answers, table_code, table_version) where goes_on;

alter table report_answered_by enable row level security;
alter table report_answered_by force row level security;
create policy owner_all on report_answered_by to sekisho_owner using (true) with check (true);
grant select on report_answered_by to sekisho_app;
-- The one who asks is the job that asks the tables anew.
create policy app_reads on report_answered_by for select to sekisho_app using ((select reaches('reports')));
grant select, insert, update on report_answered_by to sekisho_lookup;
create policy lookup_keeps on report_answered_by to sekisho_lookup using (true) with check (true);
grant select on report, report_rating, report_evaluation to sekisho_lookup;
create policy lookup_reads on report_rating for select to sekisho_lookup using (true);
create policy lookup_reads on report_evaluation for select to sekisho_lookup using (true);

create function keep_rated_by(reports uuid[]) returns void
    language sql
    set search_path = sekisho, pg_temp
as $$
    insert into report_answered_by as kept (report_id, answers, agreement_id, table_code, table_version, goes_on)
    select r.id, 'RISK', r.agreement_id, newest.table_code, newest.table_version, r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
    from (select distinct unnest(reports) as id) asked join report r on r.id = asked.id
        cross join lateral (select t.table_code, t.table_version from report_rating t where t.report_id = r.id
                            order by t.rated_at desc, t.id desc limit 1) newest
    on conflict (report_id, answers) do update set table_code = excluded.table_code, table_version = excluded.table_version
        where (kept.table_code, kept.table_version) <> (excluded.table_code, excluded.table_version)
$$;
comment on function keep_rated_by(uuid[]) is 'Writes down which version of a table rated these reports last.';

create function keep_evaluated_by(reports uuid[]) returns void
    language sql
    set search_path = sekisho, pg_temp
as $$
    insert into report_answered_by as kept (report_id, answers, agreement_id, table_code, table_version, goes_on)
    select r.id, 'ESCALATION', r.agreement_id, newest.table_code, newest.table_version, r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
    from (select distinct unnest(reports) as id) asked join report r on r.id = asked.id
        cross join lateral (select e.table_code, e.table_version from report_evaluation e where e.report_id = r.id
                            order by e.evaluated_at desc, e.id desc limit 1) newest
    on conflict (report_id, answers) do update set table_code = excluded.table_code, table_version = excluded.table_version
        where (kept.table_code, kept.table_version) <> (excluded.table_code, excluded.table_version)
$$;
comment on function keep_evaluated_by(uuid[]) is 'Writes down which version of a table evaluated these reports last.';

-- What an import brings is one statement with many rows. A report, its rating and its evaluation are written in any order.
create function pass_answers() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    case tg_table_name
        when 'report' then
            perform keep_rated_by(array(select w.id from written w));
            perform keep_evaluated_by(array(select w.id from written w));
        when 'report_rating' then
            perform keep_rated_by(array(select w.report_id from written w));
        when 'report_evaluation' then
            perform keep_evaluated_by(array(select w.report_id from written w));
    end case;
    return null;
end
$$;
comment on function pass_answers() is 'Has written down which version of a table answered last, when a report, a rating or an evaluation is written.';

create function pass_whether_it_goes_on() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    update report_answered_by set goes_on = new.state not in ('CLOSED', 'REJECTED', 'DUPLICATE') where report_id = new.id;
    return null;
end
$$;
comment on function pass_whether_it_goes_on() is 'Has written down that a report is over, or was opened anew.';

grant create on schema sekisho to sekisho_lookup;
alter function keep_rated_by(uuid[]) owner to sekisho_lookup;
alter function keep_evaluated_by(uuid[]) owner to sekisho_lookup;
alter function pass_answers() owner to sekisho_lookup;
alter function pass_whether_it_goes_on() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function keep_rated_by(uuid[]), keep_evaluated_by(uuid[]), pass_answers(), pass_whether_it_goes_on() from public;

create trigger pass_answers after insert on report referencing new table as written for each statement execute function pass_answers();
create trigger pass_answers after insert on report_rating referencing new table as written for each statement execute function pass_answers();
create trigger pass_answers after insert on report_evaluation referencing new table as written for each statement execute function pass_answers();
create trigger pass_whether_it_goes_on after update of state on report for each row
    when ((old.state in ('CLOSED', 'REJECTED', 'DUPLICATE')) <> (new.state in ('CLOSED', 'REJECTED', 'DUPLICATE')))
    execute function pass_whether_it_goes_on();

insert into report_answered_by (report_id, answers, agreement_id, table_code, table_version, goes_on)
select r.id, newest.answers, r.agreement_id, newest.table_code, newest.table_version, r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
from (select distinct on (t.report_id) t.report_id, 'RISK' as answers, t.table_code, t.table_version
      from report_rating t order by t.report_id, t.rated_at desc, t.id desc) newest join report r on r.id = newest.report_id
union all
select r.id, newest.answers, r.agreement_id, newest.table_code, newest.table_version, r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
from (select distinct on (e.report_id) e.report_id, 'ESCALATION' as answers, e.table_code, e.table_version
      from report_evaluation e order by e.report_id, e.evaluated_at desc, e.id desc) newest join report r on r.id = newest.report_id;
