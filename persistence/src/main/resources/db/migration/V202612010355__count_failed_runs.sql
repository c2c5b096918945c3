-- A scan that broke down has few findings or none, and looks like a clean one unless somebody says it.
alter table report_import add column failed_runs integer not null default 0 check (failed_runs >= 0);
comment on column report_import.failed_runs is 'How many runs of the file say themselves that they didn''t end well (SARIF, executionSuccessful false or a notification of an error).';
