-- How grave a source calls a finding of which no vector gives a score. It was asked for on arrival only, and a later question took the finding
-- for one of which nobody knows, which counts as high.

alter table report_origin add column stated_severity text check (stated_severity in ('LOW', 'MEDIUM', 'HIGH'));
comment on column report_origin.stated_severity is 'As the file states it, for as long as no vector of the report has a score; null where it doesn''t.';
alter table finding_draft add column stated_severity text check (stated_severity in ('LOW', 'MEDIUM', 'HIGH'));

-- The first answer was given for what the file states. What counted as high may have been unknown, and goes on counting as high.
update report_origin o set stated_severity = first.severity
from (select distinct on (g.report_id) g.report_id, (select p.pair ->> 1 from jsonb_array_elements(g.inputs::jsonb) as p (pair) where p.pair ->> 0 = 'SEVERITY') as severity
      from report_rating g order by g.report_id, g.rated_at, g.id) first,
     report r join finding f on f.id = r.origin_id
where r.id = o.report_id and first.report_id = o.report_id and f.score is null and first.severity in ('LOW', 'MEDIUM');
