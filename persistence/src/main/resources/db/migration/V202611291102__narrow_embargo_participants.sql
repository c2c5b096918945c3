-- Who coordinates, observes or audits keeps no embargo. To run after create_release.

drop policy app_inserts on embargo_participant;
create policy app_inserts on embargo_participant for insert to sekisho_app
    with check (exists (select from embargo e where e.id = embargo_id and e.organisation_id = (select acting_organisation()))
                and exists (select from organisation o
                            where o.id = organisation_id and o.kind in ('INSTITUTION', 'MODEL_PROVIDER', 'IT_VENDOR', 'AUTHORITY')));
