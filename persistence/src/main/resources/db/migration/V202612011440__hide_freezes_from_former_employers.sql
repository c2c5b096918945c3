-- Whoever left before a freeze is no longer their former organisation's: it is told neither that they were frozen elsewhere, nor why. Whose they
-- were then, and whose they have become since, has to know, for both may have to agree to lift it.
create function belonged_since(person uuid, organisation uuid, moment timestamptz) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from affiliation a
                   where a.person_id = belonged_since.person and a.organisation_id = belonged_since.organisation
                     and (a.last_day is null or a.last_day >= (belonged_since.moment at time zone 'Asia/Tokyo')::date));
end
$$;
comment on function belonged_since(uuid, uuid, timestamptz) is 'Whether somebody is or was of an organisation then or later.';
grant create on schema sekisho to sekisho_lookup;
alter function belonged_since(uuid, uuid, timestamptz) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function belonged_since(uuid, uuid, timestamptz) from public;
grant execute on function belonged_since(uuid, uuid, timestamptz) to sekisho_app;

alter policy app_reads on access_freeze
    using (((select somebody_acts()) and scope = 'ALL')
           or target_id in ((select acting_organisation()), (select acting_person()))
           or frozen_by_organisation_id = (select acting_organisation())
           or (select reaches('agreements') or reaches('agreements-read') or borrows('access-decision'))
           or (scope = 'AGREEMENT' and target_id = any ((select readable_agreements())::uuid[]))
           or (scope = 'PERSON' and belonged_since(target_id, (select acting_organisation()), frozen_at))
           or (scope = 'PERSON' and (select acting_kind() in ('AUTHORITY', 'AUDIT_FIRM'))
               and exists (select from access_grant g
                           where g.person_id = target_id and g.agreement_id = any ((select readable_agreements())::uuid[])
                             and belonged_since(g.person_id, g.organisation_id, frozen_at)))
           or (scope = 'ORGANISATION' and (select acting_kind() in ('AUTHORITY', 'AUDIT_FIRM'))
               and exists (select from agreement_party p
                           where p.organisation_id = target_id and p.agreement_id = any ((select readable_agreements())::uuid[]))));
alter policy app_updates on access_freeze
    using ((select reaches('agreements')) or (select acting_kind() in ('AUTHORITY', 'SECRETARIAT'))
           or target_id = (select acting_organisation())
           or (scope = 'AGREEMENT' and target_id = any ((select writable_agreements())::uuid[]))
           or (scope = 'PERSON' and belonged_since(target_id, (select acting_organisation()), frozen_at)));
