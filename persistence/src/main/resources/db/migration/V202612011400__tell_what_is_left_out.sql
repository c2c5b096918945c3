-- An item may list more than a report keeps. How much that is, whoever reads the report is told: the file has it.

alter table finding_draft add column left_out integer not null default 0 check (left_out >= 0);
alter table finding_draft alter column left_out drop default;
alter table report_origin add column left_out integer not null default 0 check (left_out >= 0);
comment on column report_origin.left_out is 'How many entries of the item''s lists were too many to keep. Zero for what was imported before it was kept.';

-- Whether an item of an import is what a report is asked with.
create index graver_repeat_by_item on graver_repeat (import_id, item);

-- A pack tells which later file calls a report's finding graver.
create policy pack_collection_reads on graver_repeat for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from report r where r.id = report_id));
