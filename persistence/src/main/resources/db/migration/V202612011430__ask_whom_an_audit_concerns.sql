-- Whoever is asked for evidence reads of the audit: that is the audited organisation and the parties to its agreement, and no bank beside them.
create function is_concerned(engagement uuid, organisation uuid) returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from engagement e
                   where e.id = is_concerned.engagement
                     and (e.responsible_party_id = is_concerned.organisation
                          or exists (select from agreement_party p where p.agreement_id = e.agreement_id
                                     and p.organisation_id = is_concerned.organisation and p.until_version is null)));
end
$$;
comment on function is_concerned(uuid, uuid) is 'Whether an organisation is the audited one of an engagement, or party to its agreement. As its caller sees both.';
revoke all on function is_concerned(uuid, uuid) from public;
grant execute on function is_concerned(uuid, uuid) to sekisho_app;
create policy app_asks_concerned on audit_request as restrictive for insert to sekisho_app
    with check (is_concerned(engagement_id, organisation_id));

-- And for as long as the request stands.
alter policy app_reads on engagement
    using (owner_id = (select acting_organisation()) or responsible_party_id = (select acting_organisation())
           or (select reaches('engagements') or borrows('access-decision'))
           or id = any ((select own_audits())::uuid[])
           or ((select reaches('audits-overseen'))
               and (agreement_id = any ((select readable_agreements())::uuid[])
                    or (agreement_id is null and (select is_designated(acting_organisation(), acting_day())))))
           or exists (select from audit_request r where r.engagement_id = engagement.id and r.organisation_id = (select acting_organisation())
                                                    and r.state <> 'WITHDRAWN'));
