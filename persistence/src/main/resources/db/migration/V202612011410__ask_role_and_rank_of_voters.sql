-- Whoever votes has the role for it and the rank that the stage asks for, and an authority's unit is designated or party to the agreement, now:
-- a vote past the portal's own checks is refused for each.
grant select on reviewer_rank to sekisho_lookup;
create policy lookup_reads on reviewer_rank for select to sekisho_lookup using (true);

create or replace function refuse_vote() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
declare
    chain review_chain%rowtype;
    stage review_stage%rowtype;
    day   date := (new.cast_at at time zone 'Asia/Tokyo')::date;
    ranks constant text[] := array['ANY', 'MANAGER', 'HEAD'];
    held  text;
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
                and (is_designated(new.organisation_id, day)
                     or exists (select from report r join agreement_party p on p.agreement_id = r.agreement_id
                                where r.id = chain.report_id and p.organisation_id = new.organisation_id and p.until_version is null))
        end, false) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_by_side', message = 'No organisation votes for another';
    end if;
    if not exists (
            select from role_assignment a
            where a.person_id = new.person_id and a.organisation_id = new.organisation_id and a.state = 'IN_EFFECT'
              and a.role = any (case stage.side when 'INSTITUTION_SECURITY' then array['SECURITY_REVIEWER', 'CISO']
                                                when 'AUTHORITY' then array['AUTHORITY_REVIEWER'] else array['SIGNATORY'] end)) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_by_role', message = 'The voter isn''t a reviewer of that side';
    end if;
    select r.held_rank into held from reviewer_rank r
    where r.person_id = new.person_id and r.organisation_id = new.organisation_id order by r.recorded_at desc, r.id desc limit 1;
    if array_position(ranks, coalesce(held, 'ANY')) < array_position(ranks, stage.least_rank) then
        raise exception using errcode = 'check_violation', constraint = 'review_vote_of_rank', message = 'The voter''s rank is too low for the stage';
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
