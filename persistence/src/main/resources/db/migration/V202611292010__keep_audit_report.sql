-- The closing report of an audit, as it was when the audit was closed.

create table audit_report (
    engagement_id   uuid primary key references engagement,
    organisation_id uuid        not null references organisation,
    blob            text        not null check (blob <> '' and length(blob) <= 200),
    size            bigint      not null check (size > 0),
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    made_at         timestamptz not null
);
comment on table audit_report is 'The closing report of an audit: where its sealed bytes are kept. Rows are only inserted.';
comment on column audit_report.organisation_id is 'The audited organisation, under whose key it is sealed.';
create index audit_report_by_blob on audit_report (blob);

alter table audit_report enable row level security;
alter table audit_report force row level security;
create policy owner_all on audit_report to sekisho_owner using (true) with check (true);
grant select, insert on audit_report to sekisho_app;
-- The audited organisation, who commissioned the audit, authorities that oversee it, and auditors of later ones of the same organisation;
-- its own auditors while they close it.
create policy app_reads on audit_report for select to sekisho_app
    using (organisation_id = (select acting_organisation()) or (select reaches('engagements'))
           or engagement_id = any ((select open_engagements())::uuid[])
           or exists (select from engagement e
                      where e.id = engagement_id
                        and (((select reaches('audits-overseen')) and e.agreement_id = any ((select readable_agreements())::uuid[]))
                             or ((select cardinality(open_engagements()) > 0) and follows_up(e.agreement_id, e.responsible_party_id)))));
create policy app_inserts on audit_report for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]));
create policy content_names_reads on audit_report for select to sekisho_app using ((select borrows('content-names')));
