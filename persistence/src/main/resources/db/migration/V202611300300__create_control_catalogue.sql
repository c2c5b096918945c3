-- The catalogue of controls, versioned, and which version an engagement goes by.

create table control_catalogue (
    id                     uuid primary key,
    row_version            integer     not null,
    -- 1 is the delivered one, which comes with the product.
    version                integer     not null unique check (version >= 2),
    title_en               text        not null check (length(title_en) <= 200),
    title_ja               text        not null check (length(title_ja) <= 200),
    oscal                  text        not null check (length(oscal) <= 8000000),
    sha256                 text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    controls               integer     not null check (controls between 1 and 500),
    state                  text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    drafted_by_person_id   uuid        not null references person,
    drafted_at             timestamptz not null,
    published_by_person_id uuid        references person,
    published_at           timestamptz,
    withdrawn_by_person_id uuid        references person,
    withdrawn_at           timestamptz,
    withdraw_reason        text        not null check (length(withdraw_reason) <= 1000),
    check (title_en <> '' or title_ja <> ''),
    check (published_by_person_id <> drafted_by_person_id),
    check ((state = 'DRAFT') = (published_at is null)),
    check ((published_by_person_id is null) = (published_at is null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((withdrawn_by_person_id is null) = (withdrawn_at is null)),
    check ((withdraw_reason = '') = (withdrawn_at is null))
);
comment on table control_catalogue is 'A version of the catalogue of controls as an OSCAL catalog; published by a second person. What it says never changes.';
create unique index control_catalogue_draft on control_catalogue ((true)) where state = 'DRAFT';

alter table control_catalogue enable row level security;
alter table control_catalogue force row level security;
create policy owner_all on control_catalogue to sekisho_owner using (true) with check (true);
grant select, insert, update, delete on control_catalogue to sekisho_app;

-- What is published is what audits go by, so that everybody who acts reads it.
create policy app_reads on control_catalogue for select to sekisho_app
    using (case when state = 'DRAFT' then (select reaches('engagements')) else (select somebody_acts()) end);
create policy app_inserts on control_catalogue for insert to sekisho_app
    with check (state = 'DRAFT' and drafted_by_person_id = (select acting_person()) and (select reaches('engagements')));
create policy app_updates on control_catalogue for update to sekisho_app using ((select reaches('engagements')));
create policy app_deletes on control_catalogue for delete to sekisho_app using (state = 'DRAFT' and (select reaches('engagements')));

create function control_catalogue_stays() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.version, new.title_en, new.title_ja, new.oscal, new.sha256, new.controls, new.drafted_by_person_id, new.drafted_at)
            is distinct from
            (old.id, old.version, old.title_en, old.title_ja, old.oscal, old.sha256, old.controls, old.drafted_by_person_id, old.drafted_at) then
        raise exception 'what a catalogue says never changes' using errcode = 'check_violation';
    end if;
    if old.state <> 'DRAFT'
            and (new.published_by_person_id, new.published_at) is distinct from (old.published_by_person_id, old.published_at) then
        raise exception 'a catalogue is published once' using errcode = 'check_violation';
    end if;
    if old.state = 'WITHDRAWN'
            or old.state <> new.state and not (old.state = 'DRAFT' and new.state = 'PUBLISHED' or old.state = 'PUBLISHED' and new.state = 'WITHDRAWN') then
        raise exception 'a catalogue goes from draft to published to withdrawn' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger control_catalogue_stays before update on control_catalogue for each row execute function control_catalogue_stays();

-- Engagements that are there go by the delivered one, and so does whatever names none.
alter table engagement add column catalogue_version integer not null default 1 check (catalogue_version >= 1);
comment on column engagement.catalogue_version is 'Which version of the catalogue of controls it goes by, from its scheduling to its end; 1 is the delivered one.';

create function engagement_goes_by_one_catalogue() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.catalogue_version <> old.catalogue_version then
            raise exception 'an engagement keeps its catalogue' using errcode = 'check_violation';
        end if;
    elsif new.catalogue_version > 1
            and not exists (select from control_catalogue c where c.version = new.catalogue_version and c.state = 'PUBLISHED') then
        raise exception 'an engagement goes by a published catalogue' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger engagement_goes_by_one_catalogue before insert or update on engagement
    for each row execute function engagement_goes_by_one_catalogue();
