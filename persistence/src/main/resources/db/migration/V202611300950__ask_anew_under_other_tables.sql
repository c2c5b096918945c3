-- Reports that go on are rated and evaluated anew where another version of a table comes to govern them.

alter table report_evaluation drop constraint report_evaluation_cause_check;
alter table report_evaluation add constraint report_evaluation_cause_check
    check (cause in ('FILED', 'IMPORTED', 'REVISED', 'FACTS_CHANGED', 'TIER_CHANGED', 'LISTS_LOADED', 'TABLE_CHANGED'));

-- What goes on is a small part of what there is, after some years.
create index report_going_on on report (agreement_id, id) where state not in ('CLOSED', 'REJECTED', 'DUPLICATE');

-- As before: who reaches all reports reads them all. Said apart, it is asked once, and not for each of the rows that a job looks at.
drop policy app_reads on report_evaluation;
create policy app_reads on report_evaluation for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('reports')) or reads_report(report_id));
drop policy app_reads on report_rating;
create policy app_reads on report_rating for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('reports')) or reads_report(report_id));
