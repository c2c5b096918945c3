-- Certificates for which the packs of an audit are encrypted, and what opens an encrypted pack. How many events of a pack are proven.

create table engagement_certificate (
    id              uuid primary key,
    engagement_id   uuid        not null references engagement,
    organisation_id uuid        not null references organisation,
    number          integer     not null check (number >= 1),
    der             bytea check (octet_length(der) between 1 and 16384),
    sha256          text check (sha256 ~ '^[0-9a-f]{64}$'),
    subject         text check (length(subject) <= 1000),
    key_kind        text check (key_kind in ('RSA', 'EC')),
    key_bits        integer check (key_bits between 256 and 8192),
    valid_from      timestamptz,
    valid_until     timestamptz,
    by_person_id    uuid        not null references person,
    at              timestamptz not null,
    constraint engagement_certificate_number_once unique (engagement_id, number),
    constraint engagement_certificate_of_engagement unique (id, engagement_id, sha256),
    constraint engagement_certificate_whole check (
        num_nulls(der, sha256, subject, key_kind, key_bits, valid_from, valid_until) in (0, 7)),
    constraint engagement_certificate_hashed check (sha256 = encode(sha256(der), 'hex')),
    constraint engagement_certificate_strong check (key_kind <> 'RSA' or key_bits >= 3072),
    constraint engagement_certificate_valid check (at between valid_from and valid_until)
);
comment on table engagement_certificate is
    'Turns of the certificate for which packs of an audit are encrypted: the one with the highest number holds. Rows are only inserted.';
comment on column engagement_certificate.organisation_id is 'The audit firm.';
comment on column engagement_certificate.der is 'The certificate; null where it was withdrawn, and packs are encrypted for none from then on.';
comment on column engagement_certificate.subject is 'The name in it (RFC 2253); empty where it has none.';

alter table pack
    add column certificate_id     uuid,
    add column certificate_sha256 text,
    add column envelope           text check (length(envelope) between 1 and 8192 and envelope ~ '^[A-Za-z0-9+/]+={0,2}$'),
    add column proven_size        bigint check (proven_size >= 1),
    add column witnesses          integer check (witnesses >= 0),
    add column proofs_done        integer not null default 0,
    add column proofs_all         integer not null default 0,
    add constraint pack_certified check ((certificate_id is null) = (certificate_sha256 is null)),
    add constraint pack_for_certificate foreign key (certificate_id, engagement_id, certificate_sha256)
        references engagement_certificate (id, engagement_id, sha256),
    add constraint pack_enveloped check ((envelope is not null) = (state = 'READY' and certificate_id is not null)),
    add constraint pack_proven check ((proven_size is null) = (witnesses is null) and (proven_size is null or state = 'READY')),
    add constraint pack_proofs check (proofs_done between 0 and proofs_all);
alter table pack alter column proofs_done drop default, alter column proofs_all drop default;
comment on column pack.certificate_id is 'The turn of whose certificate it is encrypted for; null where it isn''t encrypted. Fixed by the request.';
comment on column pack.envelope is 'CMS EnvelopedData in Base64, whose content is the file: it holds the file''s key, for the certificate.';
comment on column pack.proven_size is 'Of the checkpoint under which its events are proven; null where they aren''t, or it holds none.';
comment on column pack.witnesses is 'How many had cosigned that checkpoint.';
comment on column pack.proofs_all is 'How many events are to be proven before the writing; 0 until that is known.';

alter table engagement_certificate enable row level security;
alter table engagement_certificate force row level security;
create policy owner_all on engagement_certificate to sekisho_owner using (true) with check (true);
grant select, insert on engagement_certificate to sekisho_app;
-- Whoever sees the audit sees for whom its packs are encrypted, the audited organisation above all.
create policy app_reads on engagement_certificate for select to sekisho_app
    using ((select reaches('packs')) or exists (select from engagement e where e.id = engagement_id));
create policy app_inserts on engagement_certificate for insert to sekisho_app
    with check (engagement_id = any ((select open_engagements())::uuid[]) and organisation_id = (select acting_organisation())
                and by_person_id = (select acting_person()));

create function certificates_stay() returns trigger
    language plpgsql
as $$
begin
    raise exception using errcode = 'check_violation', constraint = 'engagement_certificate_stays', message = 'Turns of certificates stay as they are';
end
$$;
comment on function certificates_stay() is 'Nobody changes or removes a turn, whoever they are.';
create trigger certificates_stay before update or delete on engagement_certificate for each row execute function certificates_stay();

create function pack_is_for_certificate() returns trigger
    language plpgsql
as $$
begin
    if tg_op = 'UPDATE' then
        if (new.certificate_id, new.certificate_sha256) is distinct from (old.certificate_id, old.certificate_sha256) then
            raise exception using errcode = 'check_violation', constraint = 'pack_certificate_fixed',
                message = 'What a pack is encrypted for is fixed by its request';
        end if;
    elsif new.certificate_sha256 is distinct from (
            select c.sha256 from engagement_certificate c where c.engagement_id = new.engagement_id order by c.number desc limit 1) then
        raise exception using errcode = 'check_violation', constraint = 'pack_certificate_in_use',
            message = 'A pack is encrypted for the certificate in use';
    end if;
    return new;
end
$$;
comment on function pack_is_for_certificate() is 'A pack is encrypted for the certificate in use when it is requested, and stays so.';
create trigger pack_is_for_certificate before insert or update on pack for each row execute function pack_is_for_certificate();
