-- The trail is read: by one's own acts, by those of one's organisation, by agreements, by engagements, by the secretariat's share.

alter table trail_event add column agreement uuid, add column changes boolean not null default false;
comment on column trail_event.agreement is 'The agreement that the event concerns: its subject, or what its subject belongs to. For searching, and for whose it is to see.';
comment on column trail_event.changes is 'Whether something was changed; not so for reads, refusals, failures, and decisions that were asked for.';

update trail_event
set agreement = case when subject_kind = 'agreement' then subject_id
                     when subject_kind = 'freeze' and convert_from(leaf, 'UTF8')::jsonb #>> '{details,scope}' = 'AGREEMENT'
                         then (convert_from(leaf, 'UTF8')::jsonb #>> '{details,target}')::uuid
                     else (convert_from(leaf, 'UTF8')::jsonb #>> '{details,agreement}')::uuid end,
    changes = outcome = 'done' and position(convert_to('"events":[', 'UTF8') in leaf) > 0 and act not in ('access.decide', 'pack.download');

create index trail_event_by_agreement on trail_event (agreement, time desc, id desc) where agreement is not null;
create index trail_event_by_act on trail_event (act, time desc, id desc);

create function act_area(act text) returns text
    language sql immutable
    return split_part(act, '.', 1);
comment on function act_area(text) is 'The first word of an act.';

create function act_section(act text, subject_kind text) returns text
    language sql immutable
    return case
        when act_area(act) = 'access' then 'USAGE'
        when act_area(act) = 'phase' or subject_kind = 'evaluation' then 'PHASES'
        when subject_kind in ('agreement', 'signing-authority') then 'AGREEMENT'
        when subject_kind = 'grant' then 'GRANTS'
        when subject_kind = 'training' then 'TRAINING'
        when subject_kind = 'attestation' then 'ENVIRONMENTS'
        when subject_kind = 'playbook' then 'PLAYBOOK_EXERCISES'
        when subject_kind = 'freeze' then 'FREEZES'
        else 'OPERATIONS'
    end;
comment on function act_section(text, text) is 'The section of an engagement''s scope to which an act belongs.';

-- What a party decides within its own walls isn't the other parties'.
create function is_internal(act text) returns boolean
    language sql immutable
    return act in ('agreement.plan-approval', 'agreement.record-approval');
comment on function is_internal(text) is 'Whether an act is told to nobody outside the organisation that did it, but to auditors.';

drop policy app_reads on trail_event;
create policy app_reads on trail_event for select to sekisho_app
    using (actor = 'person:' || (select acting_person())::text
           or (select reaches('trail'))
           or ((select reaches('own-trail')) and organisation = (select acting_organisation()))
           or ((select borrows('timeline')) and subject_kind = 'agreement' and outcome = 'done'
               and ((select reaches('agreements')) or subject_id = any ((select readable_agreements())::uuid[])))
           -- Changes of an agreement, for its parties; a grant is its receiver's and the authority's.
           or (changes and not is_internal(act) and subject_kind in ('agreement', 'attestation', 'evaluation', 'freeze')
               and agreement = any ((select writable_agreements())::uuid[]))
           or (changes and not is_internal(act) and (select acting_kind() = 'AUTHORITY')
               and agreement = any ((select readable_agreements())::uuid[]))
           or (changes and subject_kind = 'freeze' and exists (select from access_freeze f where f.id = subject_id))
           -- As AuditorScope decides it, with section and period; the views of other auditors aren't theirs.
           or ((select reaches('audits')) and (changes or outcome <> 'done' or act_area(act) = 'access')
               and exists (select from engagement e join engagement_section s on s.engagement_id = e.id
                           where e.id = any ((select open_engagements())::uuid[])
                             and (time at time zone 'Asia/Tokyo')::date between e.period_first and e.period_last
                             and s.section in ('TRAIL', act_section(act, subject_kind))
                             and (agreement = e.agreement_id
                                  or (organisation = e.responsible_party_id
                                      and (e.agreement_id is null
                                           or (agreement is null and act_area(act) in ('training', 'playbook', 'freeze')))))))
           or ((select reaches('administration-trail'))
               and act_area(act) in ('person', 'organisation', 'role', 'session', 'account', 'installation', 'housekeeping', 'mail', 'clock'))
           or ((select reaches('agreement-trail')) and not is_internal(act)
               and act_area(act) in ('agreement', 'access', 'grant', 'environment', 'training', 'phase', 'freeze', 'playbook', 'audit',
                                     'evidence', 'pack', 'organisation', 'clock')));

-- Words that people typed: to whoever sees the change they belong to; those of refusals only to the organisation and to administrators.
drop policy app_reads on trail_opening;
create policy app_reads on trail_opening for select to sekisho_app
    using (exists (select from trail_event e
                   where e.id = event
                     and (e.changes or e.actor = 'person:' || (select acting_person())::text
                          or (select reaches('trail'))
                          or ((select reaches('own-trail')) and e.organisation = (select acting_organisation()))
                          or ((select reaches('administration-trail'))
                              and act_area(e.act) in ('person', 'organisation', 'role', 'session', 'account', 'installation')))));
