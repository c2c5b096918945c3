-- Neither side lowers a tier alone: what the domain refuses, the database refuses again, and judges an approval by the graver of the tier
-- that the review was opened for and the one that the report has.

create function tier_order(tier text) returns integer
    language sql immutable
    set search_path = sekisho, pg_temp
as $$ select array_position(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], tier) $$;
comment on function tier_order(text) is 'From 1, the gravest tier, on.';

create function refuse_lower_tier() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if not exists (
            select from report_tier_change c join organisation o on o.id = acting_organisation()
            where c.report_id = new.id and c.from_tier = old.tier and c.to_tier = new.tier and c.state = 'IN_EFFECT'
              and c.answered_by_person_id = acting_person() and c.person_id <> c.answered_by_person_id
              and case c.side
                      when 'INSTITUTION_SECURITY' then o.kind = 'AUTHORITY' and o.id <> new.organisation_id
                      when 'AUTHORITY' then o.id = new.organisation_id
                  end) then
        raise exception using errcode = 'check_violation', constraint = 'report_tier_lowered_by_both_sides',
            message = 'The other side hasn''t agreed to a lower tier';
    end if;
    return null;
end
$$;
comment on function refuse_lower_tier() is 'A report''s tier is lowered when one side proposed it and who acts agrees for the other.';

create function refuse_change_of_tier() returns trigger
    language plpgsql security definer
    set search_path = sekisho, pg_temp
as $$
begin
    if new.person_id is distinct from acting_person()
       or (new.state <> 'PROPOSED' and tier_order(new.to_tier) > tier_order(new.from_tier))
       or not exists (
            select from report r join organisation o on o.id = acting_organisation()
            where r.id = new.report_id
              and case new.side when 'INSTITUTION_SECURITY' then o.id = r.organisation_id
                                when 'AUTHORITY' then o.kind = 'AUTHORITY' and o.id <> r.organisation_id end) then
        raise exception using errcode = 'check_violation', constraint = 'report_tier_change_by_its_side',
            message = 'Nobody proposes for another side, or lowers what nobody was asked about';
    end if;
    return new;
end
$$;
comment on function refuse_change_of_tier() is 'A change that a side makes is made by somebody of it, and a lowering is proposed first.';

drop trigger refuse_approval on report;
drop function refuse_approval();

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
       or ((new.tier in ('CRITICAL', 'HIGH') or chain.tier in ('CRITICAL', 'HIGH'))
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
alter function refuse_lower_tier() owner to sekisho_lookup;
alter function refuse_change_of_tier() owner to sekisho_lookup;
alter function refuse_approval() owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function refuse_lower_tier(), refuse_change_of_tier(), refuse_approval() from public;
grant select on report_tier_change to sekisho_lookup;
create policy lookup_reads on report_tier_change for select to sekisho_lookup using (true);

-- At the commit, as the change and the report are written in either order.
create constraint trigger refuse_approval after insert or update on report deferrable initially deferred
    for each row when (new.approved_revision_id is not null) execute function refuse_approval();
create constraint trigger refuse_lower_tier after update on report deferrable initially deferred
    for each row when (tier_order(new.tier) > tier_order(old.tier)) execute function refuse_lower_tier();
create trigger refuse_change_of_tier before insert on report_tier_change
    for each row when (new.side is not null or tier_order(new.to_tier) > tier_order(new.from_tier)) execute function refuse_change_of_tier();
