-- Disclosure cases go into evidence packs, with the numbers that they had at the period's end. To run after work_on_disclosure.

alter table disclosure_step add column jvn text, add column cves text;
comment on column disclosure_step.jvn is 'The number at JVN from then on; empty in steps that gave none.';
-- Of numbers given before, the last are known.
update disclosure_step s set jvn = c.jvn, cves = c.cves
from disclosure_case c
where c.id = s.case_id and s.kind = 'NUMBERED'
  and not exists (select from disclosure_step l where l.case_id = s.case_id and l.kind = 'NUMBERED' and (l.taken_at, l.id) > (s.taken_at, s.id));
alter table disclosure_step add constraint disclosure_step_numbers
    check ((jvn is null) = (cves is null) and (kind = 'NUMBERED' or jvn is null));

create policy pack_collection_reads on disclosure_case for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from report r where r.id = report_id));
create policy pack_collection_reads on disclosure_content for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from disclosure_case c where c.id = case_id));
create policy pack_collection_reads on disclosure_step for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from disclosure_case c where c.id = case_id));
