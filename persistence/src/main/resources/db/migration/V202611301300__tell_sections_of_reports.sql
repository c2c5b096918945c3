-- Auditors see acts on reports, escalations and releases by the section that these are in, as packs divide them: by what the act is about,
-- and where that is an agreement or nothing, by the act.

create or replace function act_section(act text, subject_kind text) returns text
    language sql immutable
    return case
        when act_area(act) = 'access' then 'USAGE'
        when subject_kind in ('report', 'review', 'review-stage', 'measure', 'duty-shift', 'report-import', 'report-import-attempt')
            then 'REPORT_REVIEWS'
        when subject_kind in ('escalation', 'decision-table') then 'ESCALATIONS'
        when subject_kind in ('release', 'embargo', 'disclosure') then 'RELEASES'
        when coalesce(subject_kind, 'agreement') = 'agreement'
             and act_area(act) in ('report', 'review', 'measure', 'duty', 'report-import') then 'REPORT_REVIEWS'
        when coalesce(subject_kind, 'agreement') = 'agreement' and act_area(act) in ('escalation', 'table') then 'ESCALATIONS'
        when coalesce(subject_kind, 'agreement') = 'agreement' and act_area(act) in ('release', 'embargo', 'disclosure') then 'RELEASES'
        when act_area(act) = 'phase' or subject_kind = 'evaluation' then 'PHASES'
        when subject_kind in ('agreement', 'agreement-version', 'signing-authority') then 'AGREEMENT'
        when subject_kind = 'grant' then 'GRANTS'
        when subject_kind = 'training' then 'TRAINING'
        when subject_kind = 'attestation' then 'ENVIRONMENTS'
        when subject_kind = 'playbook' then 'PLAYBOOK_EXERCISES'
        when subject_kind = 'freeze' then 'FREEZES'
        else 'OPERATIONS'
    end;

-- Whose they are, of whoever acts on them: an auditor of one organisation isn't shown acts on those of another under the same agreement.
create function audited_owner(kind text, subject uuid) returns uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return case kind
        when 'report' then (select r.organisation_id from report r where r.id = subject)
        when 'escalation' then (select e.organisation_id from escalation e where e.id = subject)
        when 'release' then (select l.organisation_id from report_release l where l.id = subject)
        when 'embargo' then (select m.organisation_id from embargo m where m.id = subject)
        when 'disclosure' then (select c.organisation_id from disclosure_case c where c.id = subject)
    end;
end
$$;
comment on function audited_owner(text, uuid) is 'The organisation whose report it is that an event is about, or that one of its escalations, releases, embargoes or disclosures is about.';

grant select on escalation, disclosure_case to sekisho_lookup;
create policy lookup_reads on escalation for select to sekisho_lookup using (true);
create policy lookup_reads on disclosure_case for select to sekisho_lookup using (true);
grant create on schema sekisho to sekisho_lookup;
alter function audited_owner(text, uuid) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function audited_owner(text, uuid) from public;
grant execute on function audited_owner(text, uuid) to sekisho_app;

-- Events on reports, escalations and disclosures name their agreement from now on, for the sake of auditors. An authority learns what
-- becomes of a report from the report, once it reads it: its clause tells what it told before, the arrival, and what is released.
alter policy app_reads on trail_event
    using (actor = 'person:' || (select acting_person())::text
           or (select reaches('trail'))
           or ((select reaches('own-trail')) and organisation = (select acting_organisation()))
           or ((select borrows('timeline')) and subject_kind = 'agreement' and outcome = 'done'
               and ((select reaches('agreements')) or subject_id = any ((select readable_agreements())::uuid[])))
           or (changes and not is_internal(act) and subject_kind in ('agreement', 'attestation', 'evaluation', 'freeze')
               and agreement = any ((select writable_agreements())::uuid[]))
           or (changes and not is_internal(act) and (select acting_kind() = 'AUTHORITY')
               and agreement = any ((select readable_agreements())::uuid[])
               and (act_section(act, subject_kind) not in ('REPORT_REVIEWS', 'ESCALATIONS', 'RELEASES')
                    or act in ('report.file', 'report-import.begin') or subject_kind = 'release'))
           or (changes and subject_kind = 'freeze' and exists (select from access_freeze f where f.id = subject_id))
           or ((select reaches('audits')) and (changes or outcome <> 'done' or act_area(act) = 'access')
               and exists (select from engagement e join engagement_section s on s.engagement_id = e.id
                           where e.id = any ((select open_engagements())::uuid[])
                             and (time at time zone 'Asia/Tokyo')::date between e.period_first and e.period_last
                             and s.section in ('TRAIL', act_section(act, subject_kind))
                             and (act_section(act, subject_kind) not in ('REPORT_REVIEWS', 'ESCALATIONS', 'RELEASES')
                                  or organisation = e.responsible_party_id
                                  or audited_owner(subject_kind, subject_id) = e.responsible_party_id)
                             and (agreement = e.agreement_id
                                  or (organisation = e.responsible_party_id
                                      and (e.agreement_id is null
                                           or (agreement is null and act_area(act) in ('training', 'playbook', 'freeze')))))))
           or ((select reaches('administration-trail'))
               and act_area(act) in ('person', 'organisation', 'role', 'session', 'account', 'installation', 'housekeeping', 'mail', 'clock'))
           or ((select reaches('agreement-trail')) and not is_internal(act)
               and act_area(act) in ('agreement', 'access', 'grant', 'environment', 'training', 'phase', 'freeze', 'playbook', 'audit',
                                     'evidence', 'pack', 'organisation', 'clock')));
