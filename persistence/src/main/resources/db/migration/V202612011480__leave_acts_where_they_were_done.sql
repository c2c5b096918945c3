-- Whoever moves to another organisation leaves what they did behind: acts for the former one, with what they name, are read there.
alter policy app_reads on trail_event
    using ((actor = 'person:' || (select acting_person())::text and (organisation is null or organisation = (select acting_organisation())))
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
                                      and case when s.section = 'OPERATIONS' then agreement is null
                                               else e.agreement_id is null
                                                    or (agreement is null and act_area(act) in ('training', 'playbook', 'freeze')) end)
                                  or (organisation is null and agreement is null and actor like 'system:%'
                                      and act_area(act) in ('installation', 'trail-check', 'trail-key', 'trail-witness')
                                      and (select o.kind from organisation o where o.id = e.responsible_party_id) = 'SECRETARIAT'))))
           or ((select reaches('administration-trail'))
               and act_area(act) in ('person', 'organisation', 'role', 'session', 'account', 'installation', 'housekeeping', 'mail', 'clock'))
           or ((select reaches('agreement-trail')) and not is_internal(act)
               and act_area(act) in ('agreement', 'access', 'grant', 'environment', 'training', 'phase', 'freeze', 'playbook', 'audit',
                                     'evidence', 'pack', 'organisation', 'clock')
               and (act_area(act) not in ('audit', 'evidence', 'pack') or organisation = (select acting_organisation())
                    or audited_in(subject_kind, subject_id) is distinct from (select acting_organisation()))));
