-- What waits for whom, and when they are told next. A row is there as long as the thing waits: it holds a key, and no content.

create table notice (
    person_id uuid        not null references person,
    source    text        not null check (source <> '' and length(source) <= 60),
    item      text        not null check (item <> '' and length(item) <= 200),
    due       timestamptz,
    tell_at   timestamptz,
    since     timestamptz not null,
    primary key (person_id, source, item)
);
comment on table notice is 'That something waits for a person. It goes when the thing waits no more; if it comes back, the person is told anew.';
comment on column notice.tell_at is 'When the person is to be told: at once, a day before the clock runs out, when it has. Null when nothing is left to tell.';
create index notice_by_source on notice (source);
create index notice_to_tell on notice (tell_at) where tell_at is not null;

alter table mail add column waiting integer check (waiting >= 1);
alter table mail add constraint mail_waiting_counted check (waiting is null or kind = 'WAITING');
comment on column mail.waiting is 'How many things wait for the person; a mail says no more of them.';
create index mail_undelivered on mail (person_id) where kind = 'WAITING' and state = 'WAITING';

alter table notice enable row level security;
alter table notice force row level security;
grant select, insert, update, delete on notice to sekisho_app;
create policy owner_all on notice to sekisho_owner using (true) with check (true);
create policy app_all on notice to sekisho_app using ((select reaches('notices'))) with check ((select reaches('notices')));
-- It looks whether an earlier mail still lies there.
create policy notices_reads on mail for select to sekisho_app using (kind = 'WAITING' and (select reaches('notices')));

-- What of audits waits is nothing to read for the agreements' reach, and to change for nobody who only tells.
do $$
declare
    each text;
begin
    foreach each in array array['engagement', 'independence_declaration', 'audit_request', 'pack'] loop
        execute format('create policy notices_reads on %I for select to sekisho_app using ((select reaches(''notices'')))', each);
    end loop;
end
$$;

create or replace function system_reach(job text) returns text
    language sql immutable
    return case job
        when 'sign-in' then 'people,sign-in,organisations-read'
        when 'agreement-term' then 'agreements'
        when 'audit-calendar' then 'agreements-read,engagements'
        when 'pack-builder' then 'agreements-read,engagements,packs,trail'
        when 'mailer' then 'people-read,mail'
        when 'notices' then 'people-read,agreements-read,notices'
        when 'housekeeping' then 'people,sign-in'
        when 'installer' then 'people,sign-in,organisations,agreements,engagements,installation,trail'
        else ''
    end;
