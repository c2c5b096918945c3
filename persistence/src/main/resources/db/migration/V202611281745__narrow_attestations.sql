-- What was proposed is never edited, and an attestation moves one way only: proposed, then approved or declined by somebody else than
-- whom it comes from, and taken back by one of either side. Until now the firm that attests could have approved its own.
revoke update on environment_attestation from sekisho_app;
grant update (version, state, decided_by_person_id, decided_at, withdrawn_by_person_id, withdrawn_at, reason)
    on environment_attestation to sekisho_app;

drop policy app_inserts on environment_attestation;
create policy app_inserts on environment_attestation for insert to sekisho_app
    with check (state = 'PROPOSED' and proposed_by_person_id = (select acting_person())
                and proposed_by_organisation_id = (select acting_organisation())
                and (agreement_id = any ((select writable_agreements())::uuid[]) or (select reaches('agreements'))));

-- Who may touch the row at all stays; what they may make of it is new.
drop policy app_updates on environment_attestation;
create policy app_updates on environment_attestation for update to sekisho_app
    using (proposed_by_organisation_id = (select acting_organisation()) or attested_by_organisation_id = (select acting_organisation())
           or (select reaches('agreements'))
           or ((select acting_kind() = 'AUTHORITY') and agreement_id = any ((select readable_agreements())::uuid[])))
    with check (
        case state
            when 'WITHDRAWN' then withdrawn_by_person_id = (select acting_person())
            when 'PROPOSED' then false
            else decided_by_person_id = (select acting_person())
                and proposed_by_organisation_id <> (select acting_organisation())
                and attested_by_organisation_id <> (select acting_organisation())
                and ((select reaches('agreements'))
                     or ((select acting_kind() = 'AUTHORITY') and agreement_id = any ((select readable_agreements())::uuid[])))
        end);

create function attestation_moves() returns trigger
    language plpgsql
    as $$
begin
    if old.state = 'PROPOSED' and new.state in ('APPROVED', 'DECLINED') and new.withdrawn_at is null then
        return new;
    end if;
    if old.state in ('PROPOSED', 'APPROVED') and new.state = 'WITHDRAWN'
            and (new.decided_by_person_id, new.decided_at) is not distinct from (old.decided_by_person_id, old.decided_at) then
        return new;
    end if;
    raise exception 'An attestation doesn''t go from % to %', old.state, new.state using errcode = 'check_violation';
end
$$;
comment on function attestation_moves() is 'Keeps attestations to the transitions of the domain; a policy sees only one of the two rows.';
create trigger attestation_moves before update on environment_attestation for each row execute function attestation_moves();

-- A party files what it signed itself. Deferred: both rows are made by one act, in any order.
alter table agreement_signature add constraint agreement_signature_of_organisation unique (id, organisation_id);
alter table agreement_signed_file add constraint agreement_signed_file_own_signature
    foreign key (signature_id, organisation_id) references agreement_signature (id, organisation_id) deferrable initially deferred;
