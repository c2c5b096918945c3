-- Of two authorities that vote on one report neither votes for the other: who has voted counts beside those who were parties from the start.
create or replace function refuse_vote() returns trigger
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
                   or exists (select from review_party p where p.chain_id = chain.id and p.organisation_id = a.organisation_id)
                   or exists (select from review_vote v where v.chain_id = chain.id and v.organisation_id = a.organisation_id))) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_untied', message = 'The voter is tied to another side';
    end if;
    return new;
end
$$;
