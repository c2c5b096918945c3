-- What a source says of the effect, in the words of VEX: a finding of which it says that nothing is affected is reviewed like any other, and
-- whoever reviews it is told so.
alter table report_origin add column stated_effect text check (stated_effect in ('AFFECTED', 'NOT_AFFECTED', 'FIXED', 'UNDER_INVESTIGATION'));
comment on column report_origin.stated_effect is 'As the file states it; a claim, by which nothing is decided. Null where it doesn''t.';
alter table finding_draft add column stated_effect text check (stated_effect in ('AFFECTED', 'NOT_AFFECTED', 'FIXED', 'UNDER_INVESTIGATION'));
