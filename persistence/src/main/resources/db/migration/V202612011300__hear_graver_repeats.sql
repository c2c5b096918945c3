-- A later file may call a finding graver than the file did that it came with: an advisory that is scored anew, a scanner that learnt more. It is
-- a repeat all the same, so the report that goes on hears of it, and one that was rejected doesn't answer for what is graver than it was.

-- The words of CVSS; an unknown severity counts as high, as the risk table has it.
create function severity_rank(severity text) returns integer
    language sql immutable
as $$ select array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], case severity when 'NONE' then 'LOW' else coalesce(severity, 'HIGH') end) $$;

alter table finding add column severity text check (severity in ('NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'));
comment on column finding.severity is 'By its score, or as the file states it: what the risk table was asked with. Null where neither says it.';
update finding f set severity = case when f.score >= 90 then 'CRITICAL' when f.score >= 70 then 'HIGH' when f.score >= 40 then 'MEDIUM' when f.score >= 1 then 'LOW'
                                     else 'NONE' end
where f.score is not null;
update finding f set severity = o.stated_severity
from report r join report_origin o on o.report_id = r.id
where r.origin_id = f.id and f.score is null and o.stated_severity is not null;

alter table finding_repeat add column severity text check (severity in ('NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'));
comment on column finding_repeat.severity is 'What this item says, by score or word. Null where it says nothing, and for repeats before it was kept.';

create table graver_repeat (
    report_id       uuid primary key references report,
    organisation_id uuid        not null references organisation,
    severity        text        not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    import_id       uuid        not null,
    item            bigint      not null check (item >= 0),
    heard_at        timestamptz not null,
    asked           boolean     not null,
    constraint graver_repeat_of_item foreign key (import_id, item) references finding_repeat (import_id, item)
);
comment on table graver_repeat is 'The gravest that a later file calls what a report is about, where that is graver than the file it came with.';
comment on column graver_repeat.asked is 'Whether the tables were asked again since.';
create index graver_repeat_unasked on graver_repeat (heard_at, report_id) where not asked;

alter table graver_repeat enable row level security;
alter table graver_repeat force row level security;
create policy owner_all on graver_repeat to sekisho_owner using (true) with check (true);
grant select, insert, update (severity, import_id, item, heard_at, asked) on graver_repeat to sekisho_app;
-- As where the report comes from: for whoever reads what it says.
create policy app_reads on graver_repeat for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('reports')) or reads_report(report_id));
create policy app_inserts on graver_repeat for insert to sekisho_app
    with check (organisation_id = (select acting_organisation()));
create policy app_updates on graver_repeat for update to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('reports')));

alter table report_evaluation drop constraint report_evaluation_cause_check;
alter table report_evaluation add constraint report_evaluation_cause_check
    check (cause in ('FILED', 'IMPORTED', 'REVISED', 'FACTS_CHANGED', 'TIER_CHANGED', 'LISTS_LOADED', 'TABLE_CHANGED', 'FOUND_GRAVER'));
