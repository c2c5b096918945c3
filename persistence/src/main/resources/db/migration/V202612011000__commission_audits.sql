-- The secretariat, which operates the installation, is audited too. Nobody commissions the audit of itself: an authority commissions that
-- one, leads it to its end, and the secretariat is in it what every audited organisation is.

create function leads_audits() returns boolean
    language sql stable
    return reaches('engagements') or reaches('audits-overseen');
comment on function leads_audits() is 'Whether the actor has a role in which audits are commissioned and led, or is a job that makes them.';

create function commissions(engagement uuid) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return leads_audits() and exists (select from engagement e
                    where e.id = commissions.engagement
                      and (e.owner_id = acting_organisation() or (acting_organisation() is null and reaches('engagements'))));
end
$$;
comment on function commissions(uuid) is 'Whether the actor leads an audit: of the organisation that commissioned it, by a role that does such things, or a job of the system.';

-- Which audit something belongs to, for telling who learns of acts on it.
create function audited_in(kind text, subject uuid) returns uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return (select e.responsible_party_id from engagement e
            where e.id = case kind
                when 'engagement' then subject
                when 'audit-request' then (select r.engagement_id from audit_request r where r.id = subject)
                when 'audit-finding' then (select f.engagement_id from audit_finding f where f.id = subject)
                when 'corrective-action' then (select c.engagement_id from corrective_action c where c.id = subject)
                when 'evidence' then (select i.engagement_id from evidence_item i where i.id = subject)
                when 'pack' then (select p.engagement_id from pack p where p.id = subject)
                when 'sample' then (select s.engagement_id from audit_sample s where s.id = subject)
                when 'sample-item' then (select i.engagement_id from sample_item i where i.id = subject)
            end);
end
$$;
comment on function audited_in(text, uuid) is 'The organisation that is audited in the audit to which the subject of an event belongs; null where it belongs to none.';

create function refuse_commission() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if new.owner_id = new.responsible_party_id then
        raise exception using errcode = 'check_violation', constraint = 'engagement_not_commissioned_by_audited',
            message = 'Nobody commissions the audit of itself';
    end if;
    if (select o.kind from organisation o where o.id = new.responsible_party_id) = 'SECRETARIAT'
       and (select o.kind from organisation o where o.id = new.owner_id) <> 'AUTHORITY' then
        raise exception using errcode = 'check_violation', constraint = 'engagement_of_secretariat_by_authority',
            message = 'An authority commissions the audit of the secretariat';
    end if;
    return new;
end
$$;
comment on function refuse_commission() is 'Refuses an audit that the audited organisation commissions, and one of the secretariat by anyone but an authority.';

do $$
declare
    each text;
begin
    foreach each in array array['audit_request', 'audit_finding', 'corrective_action', 'evidence_item', 'pack', 'audit_sample', 'sample_item'] loop
        execute format('grant select on %I to sekisho_lookup', each);
        execute format('create policy lookup_reads on %I for select to sekisho_lookup using (true)', each);
    end loop;
end
$$;
grant create on schema sekisho to sekisho_lookup;
alter function commissions(uuid) owner to sekisho_lookup;
alter function audited_in(text, uuid) owner to sekisho_lookup;
alter function refuse_commission() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function commissions(uuid), audited_in(text, uuid), refuse_commission() from public;
grant execute on function commissions(uuid), audited_in(text, uuid) to sekisho_app;

-- What was commissioned before goes on to its end as it began.
create trigger refuse_commission before insert on engagement for each row execute function refuse_commission();
create trigger refuse_commission_anew before update on engagement for each row
    when ((new.owner_id, new.responsible_party_id) is distinct from (old.owner_id, old.responsible_party_id))
    execute function refuse_commission();

-- Whoever commissioned an audit leads it. An authority that is designated oversees those of organisations on their own account as it does
-- those of agreements, but not its own.
alter policy app_reads on engagement
    using (owner_id = (select acting_organisation()) or responsible_party_id = (select acting_organisation())
           or (select reaches('engagements') or borrows('access-decision'))
           or id = any ((select own_audits())::uuid[])
           or ((select reaches('audits-overseen'))
               and (agreement_id = any ((select readable_agreements())::uuid[])
                    or (agreement_id is null and (select is_designated(acting_organisation(), acting_day())))))
           or exists (select from audit_request r where r.engagement_id = engagement.id and r.organisation_id = (select acting_organisation())));
alter policy app_inserts on engagement
    with check (state = 'SCHEDULED'
                and (((select leads_audits()) and owner_id = (select acting_organisation()))
                     or ((select reaches('engagements')) and (select acting_organisation()) is null)));
alter policy app_updates on engagement
    using (((select leads_audits()) and owner_id = (select acting_organisation()))
           or ((select reaches('engagements')) and (select acting_organisation()) is null)
           or id = any ((select own_audits())::uuid[]));
alter policy app_inserts on engagement_section with check ((select leads_audits()) and commissions(engagement_id));
alter policy app_deletes on engagement_section using ((select leads_audits()) and commissions(engagement_id));
alter policy app_inserts on engagement_member with check ((select leads_audits()) and commissions(engagement_id));
alter policy app_updates on engagement_member using ((select leads_audits()) and commissions(engagement_id));

alter policy app_reads on independence_declaration
    using (((select leads_audits()) and commissions(engagement_id)) or engagement_id = any ((select own_audits())::uuid[])
           or ((select reaches('audits-overseen'))
               and exists (select from engagement e where e.id = engagement_id and e.responsible_party_id <> (select acting_organisation()))));
alter policy app_inserts on independence_declaration
    with check ((((select leads_audits()) and commissions(engagement_id)) or engagement_id = any ((select own_audits())::uuid[])) and state = 'DECLARED');
alter policy app_updates on independence_declaration
    using (((select leads_audits()) and commissions(engagement_id))
           or ((select reaches('audits-overseen'))
               and exists (select from engagement e where e.id = engagement_id and e.responsible_party_id <> (select acting_organisation()))));

alter policy app_reads on audit_request
    using (organisation_id = (select acting_organisation()) or ((select leads_audits()) and commissions(engagement_id))
           or engagement_id = any ((select open_engagements())::uuid[]));
alter policy app_reads on evidence_item
    using (organisation_id = (select acting_organisation())
           or (engagement_id is null and (select reaches('engagements')))
           or ((select leads_audits()) and engagement_id is not null and commissions(engagement_id))
           or engagement_id = any ((select open_engagements())::uuid[])
           or (engagement_id is null and exists (
                   select from engagement e join engagement_section s on s.engagement_id = e.id
                   where e.id = any ((select open_engagements())::uuid[]) and e.agreement_id = evidence_item.agreement_id
                     and s.section = evidence_item.section
                     and e.period_first <= evidence_item.proves_last and e.period_last >= evidence_item.proves_first)));
alter policy app_reads on pack
    using ((select reaches('packs')) or ((select leads_audits()) and commissions(engagement_id)) or engagement_id = any ((select open_engagements())::uuid[]));

alter policy app_reads on audit_finding
    using (engagement_id = any ((select open_engagements())::uuid[])
           or (organisation_id = (select acting_organisation()) and shown_at is not null)
           or (established_at is not null
               and ((select reaches('engagements'))
                    or ((select leads_audits()) and commissions(engagement_id))
                    or ((select reaches('audits-overseen'))
                        and (agreement_id = any ((select readable_agreements())::uuid[])
                             or (agreement_id is null and (select is_designated(acting_organisation(), acting_day())))))
                    or ((select cardinality(open_engagements()) > 0) and follows_up(agreement_id, organisation_id)))));
alter policy app_reads on corrective_action
    using (engagement_id = any ((select open_engagements())::uuid[])
           or organisation_id = (select acting_organisation())
           or (select reaches('engagements'))
           or ((select leads_audits()) and commissions(engagement_id))
           or ((select reaches('audits-overseen'))
               and (agreement_id = any ((select readable_agreements())::uuid[])
                    or (agreement_id is null and (select is_designated(acting_organisation(), acting_day())))))
           or ((select cardinality(open_engagements()) > 0) and follows_up(agreement_id, organisation_id)));
alter policy app_updates on corrective_action
    using (organisation_id = (select acting_organisation())
           or engagement_id = any ((select open_engagements())::uuid[])
           or ((select leads_audits()) and commissions(engagement_id))
           or ((select cardinality(open_engagements()) > 0) and follows_up(agreement_id, organisation_id)));
alter policy app_reads on audit_report
    using (organisation_id = (select acting_organisation()) or (select reaches('engagements'))
           or ((select leads_audits()) and commissions(engagement_id))
           or engagement_id = any ((select open_engagements())::uuid[])
           or exists (select from engagement e
                      where e.id = engagement_id
                        and (((select reaches('audits-overseen'))
                              and (e.agreement_id = any ((select readable_agreements())::uuid[])
                                   or (e.agreement_id is null and (select is_designated(acting_organisation(), acting_day())))))
                             or ((select cardinality(open_engagements()) > 0) and follows_up(e.agreement_id, e.responsible_party_id)))));

-- What auditors do in the audit of the secretariat isn't told to its coordinators while it runs, no more than to another audited organisation.
-- Whoever audits an organisation's operations sees what its people did with accounts, roles and the like, which is of no agreement; in the
-- audit of the secretariat, what the installation itself did too: its starts, and what became of the log and its keys.
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
