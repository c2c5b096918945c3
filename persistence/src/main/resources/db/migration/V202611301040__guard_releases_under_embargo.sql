-- What an embargo keeps back, the database keeps back too: nothing of the report leaves for somebody who hasn't agreed to keep it.

create function refuse_release_under_embargo() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if tg_op = 'UPDATE' and old.state = new.state then
        return null;
    end if;
    if exists (select from embargo e
               where e.report_id = new.report_id and e.state = 'IN_EFFECT' and e.until > new.state_at
                 and not exists (select from embargo_participant p
                                 where p.embargo_id = e.id and p.organisation_id = new.recipient_id and not p.declined
                                   and p.agreed_until >= e.until)) then
        raise exception using errcode = 'check_violation', constraint = 'report_release_embargo',
            message = 'The recipient keeps no embargo on the report';
    end if;
    return null;
end
$$;
comment on function refuse_release_under_embargo() is 'While an embargo runs, renderings go to those alone who agreed to its end.';

grant create on schema sekisho to sekisho_lookup;
alter function refuse_release_under_embargo() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function refuse_release_under_embargo() from public;
grant select on embargo to sekisho_lookup;
create policy lookup_reads on embargo for select to sekisho_lookup using (true);

create constraint trigger refuse_release_under_embargo after insert or update on report_release deferrable initially deferred
    for each row when (new.state = 'RELEASED') execute function refuse_release_under_embargo();
