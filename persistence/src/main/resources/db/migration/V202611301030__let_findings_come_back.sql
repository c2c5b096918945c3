-- A flaw that is found again after its report was closed is no duplicate: it has come back, and becomes a report of its own.

alter table finding add column recurrence integer not null default 0 check (recurrence >= 0);
comment on column finding.recurrence is 'How often it had come back by then, after its report was closed.';
drop index finding_once;
create unique index finding_once on finding (organisation_id, fingerprint, recurrence) where published;
grant update (recurrence) on finding to sekisho_app;
