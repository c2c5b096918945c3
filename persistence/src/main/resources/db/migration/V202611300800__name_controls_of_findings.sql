-- Which controls of the catalogue a finding concerns. Catalogues are kept as documents, so that nothing here can refer to a control.

create table audit_finding_control (
    finding_id uuid not null references audit_finding,
    control_id text not null check (length(control_id) between 1 and 64),
    primary key (finding_id, control_id)
);
comment on table audit_finding_control is 'A control that a finding concerns, by its id in the catalogue that the engagement goes by. Without any, the finding stands for its section.';

-- Whoever checks the facts, and whoever reads them later, sees the controls that were named when they were shown.
create function refuse_finding_control() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    stands text;
begin
    select f.state into stands from audit_finding f where f.id = coalesce(new.finding_id, old.finding_id) for share;
    if stands not in ('DRAFT', 'CONTESTED') then
        raise exception using errcode = 'check_violation', constraint = 'audit_finding_control_while_revisable', message = 'The finding can''t be revised';
    end if;
    return coalesce(new, old);
end
$$;
create trigger refuse_finding_control before insert or update or delete on audit_finding_control
    for each row execute function refuse_finding_control();

alter table audit_finding_control enable row level security;
alter table audit_finding_control force row level security;
create policy owner_all on audit_finding_control to sekisho_owner using (true) with check (true);
grant select, insert, delete on audit_finding_control to sekisho_app;

-- Read wherever the finding is; written by its auditors only, though the audited organisation changes the finding too.
create policy app_reads on audit_finding_control for select to sekisho_app
    using (exists (select from audit_finding f where f.id = finding_id));
create policy app_inserts on audit_finding_control for insert to sekisho_app
    with check (exists (select from audit_finding f
                        where f.id = finding_id and f.engagement_id = any ((select open_engagements())::uuid[])));
create policy app_deletes on audit_finding_control for delete to sekisho_app
    using (exists (select from audit_finding f
                   where f.id = finding_id and f.engagement_id = any ((select open_engagements())::uuid[])));
