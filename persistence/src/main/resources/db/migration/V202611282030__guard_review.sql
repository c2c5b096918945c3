-- What the domain refuses in a review, the database refuses again: whoever reaches it some other way approves nothing alone.

create function refuse_vote() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    chain review_chain%rowtype;
    stage review_stage%rowtype;
    day   date := (new.cast_at at time zone 'Asia/Tokyo')::date;
begin
    select c.* into strict chain from review_chain c where c.id = new.chain_id;
    select s.* into strict stage from review_stage s where s.id = new.stage_id;
    -- The vote that closes a stage may be written after it, in the same transaction.
    if stage.state not in ('OPEN', 'PASSED', 'RETURNED')
       or (stage.state <> 'OPEN' and not exists (select from review_stage s where s.id = stage.id and s.xmin = pg_current_xact_id()::xid)) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_while_open', message = 'The stage doesn''t decide now';
    end if;
    if exists (select from report_revision v where v.report_id = chain.report_id and v.author_person_id = new.person_id) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_not_by_author', message = 'Nobody reviews what they wrote';
    end if;
    if not coalesce(case stage.side
            when 'INSTITUTION_SECURITY' then new.organisation_id = chain.organisation_id
            when 'PROVIDER' then new.organisation_id = chain.provider_id
            when 'AUTHORITY' then new.organisation_id <> chain.organisation_id
                and exists (select from organisation o where o.id = new.organisation_id and o.kind = 'AUTHORITY')
        end, false) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_by_side', message = 'No organisation votes for another';
    end if;
    if exists (
            select from affiliation a
            where a.person_id = new.person_id and a.organisation_id <> new.organisation_id and a.first_day <= day
              and (a.last_day is null or day < a.last_day + 1 + interval '2 years')
              and (a.organisation_id in (chain.organisation_id, chain.provider_id)
                   or exists (select from review_party p where p.chain_id = chain.id and p.organisation_id = a.organisation_id))) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_untied', message = 'The voter is tied to another side';
    end if;
    return new;
end
$$;
comment on function refuse_vote() is 'Refuses a vote outside an open stage, by an author, for another side, or by somebody tied to one.';

create function refuse_choice() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    side text;
begin
    select s.side into strict side from review_vote v join review_stage s on s.id = v.stage_id where v.id = new.vote_id;
    if new.choice <> 'REJECTS' and (side = 'AUTHORITY') <> (new.choice = 'NO_OBJECTION') then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_choice_of_side', message = 'Not in the words of the side';
    end if;
    return new;
end
$$;
comment on function refuse_choice() is 'An authority has no objection, the other sides agree, and everybody may reject.';

create function refuse_approval() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    chain review_chain%rowtype;
begin
    select c.* into chain from review_chain c
    where c.id = new.chain_id and c.report_id = new.id and c.revision_id = new.approved_revision_id and c.state = 'PASSED';
    if not found
       -- Every stage has its quorum, and nobody rejected.
       or exists (select from review_stage s
                  where s.chain_id = chain.id
                    and s.quorum > (select count(*) from review_vote v join review_vote_choice k on k.vote_id = v.id and k.choice <> 'REJECTS'
                                    where v.stage_id = s.id and v.revision_id = new.approved_revision_id))
       or exists (select from review_vote v join review_vote_choice k on k.vote_id = v.id and k.choice = 'REJECTS' where v.chain_id = chain.id)
       or (new.tier in ('CRITICAL', 'HIGH')
           and (select count(distinct s.side) from review_vote v
                    join review_stage s on s.id = v.stage_id
                    join review_vote_choice k on k.vote_id = v.id and k.choice <> 'REJECTS'
                where v.chain_id = chain.id and s.side in ('INSTITUTION_SECURITY', 'AUTHORITY')) < 2) then
        raise exception using errcode = 'check_violation', constraint = 'report_approved_by_both_sides',
            message = 'The revision wasn''t agreed to by everybody who has to';
    end if;
    return null;
end
$$;
comment on function refuse_approval() is 'A report is approved when every stage of its review agreed to its present revision, for a high risk of both sides.';

grant create on schema sekisho to sekisho_lookup;
alter function refuse_vote() owner to sekisho_lookup;
alter function refuse_choice() owner to sekisho_lookup;
alter function refuse_approval() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function refuse_vote(), refuse_choice(), refuse_approval() from public;

do $$
declare
    each text;
begin
    foreach each in array array['report_revision', 'review_chain', 'review_party', 'review_stage', 'review_vote', 'review_vote_choice'] loop
        execute format('grant select on %I to sekisho_lookup', each);
        execute format('create policy lookup_reads on %I for select to sekisho_lookup using (true)', each);
    end loop;
end
$$;

create trigger refuse_vote before insert on review_vote for each row execute function refuse_vote();
create trigger refuse_choice before insert on review_vote_choice for each row execute function refuse_choice();
-- At the commit: the last vote and the report that it approves are written in either order.
create constraint trigger refuse_approval after insert or update on report deferrable initially deferred
    for each row when (new.approved_revision_id is not null) execute function refuse_approval();
