-- Reports :from to :to of so many institutions and all that hangs on them, as the product would have written them over a year and more. To run
-- by a superuser with triggers off. What is random follows from the number, so that every run makes the same rows.

create temporary table made on commit drop as
select n,
       made_id(1, n) as report, made_id(2, n) as revision, made_id(3, n) as chain,
       made_id(10, n % :institutions) as institution, made_id(11, n % :institutions) as agreement,
       made_id(12, n % :institutions * 10 + n % 7) as author, n / :institutions + 1 as number,
       timestamptz '2026-11-27 01:00Z' - made_share(n, 1) * interval '400 days' as received,
       (array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'])[1 + floor(made_share(n, 2) * 4)::int] as tier,
       case when share < 0.20 then 'RECEIVED' when share < 0.30 then 'TRIAGE' when share < 0.50 then 'IN_REVIEW' when share < 0.55 then 'APPROVED'
            when share < 0.65 then 'IN_REMEDIATION' when share < 0.70 then 'MITIGATED' when share < 0.75 then 'VERIFIED'
            when share < 0.95 then 'CLOSED' else 'REJECTED' end as state,
       -- Where the review stands: the institution decides, the authority does, both have.
       case when share < 0.30 or share >= 0.95 then 0 when share < 0.40 then 1 when share < 0.50 then 2 else 3 end as stage,
       timestamptz '2026-11-27 01:00Z' + (made_share(n, 4) - 0.2) * interval '10 days' as due
from (select n, made_share(n, 3) as share from generate_series(:from::bigint, :to::bigint) as n) as numbered;

insert into report (id, row_version, organisation_id, agreement_id, number, label, tier, state, received_at, state_at, current_revision_id,
                    approved_revision_id, chain_id, authority_reads_since, stage_id, stage_side, stage_rank, stage_quorum, stage_tier, due_at, revision_number)
select report, 1, institution, agreement, number, 'AMBER', tier, state, received, received + interval '1 hour', revision,
       case when stage = 3 then revision end, case when stage > 0 then chain end, case when stage > 1 then received end,
       case stage when 1 then made_id(6, n) when 2 then made_id(7, n) end, case stage when 1 then 'INSTITUTION_SECURITY' when 2 then 'AUTHORITY' end,
       case when stage in (1, 2) then 'ANY' end, case when stage in (1, 2) then 1 end, case when stage in (1, 2) then tier end,
       case when stage in (1, 2) then due end, 1
from made;

insert into report_revision (id, report_id, number, sha256, author_person_id, author_organisation_id, written_at)
select revision, report, 1, md5(n::text) || md5(n::text), author, institution, received from made;

insert into report_content (revision_id, organisation_id, sealed)
select revision, institution, decode(repeat(md5(n::text), 30), 'hex') from made;

-- Half of all name one of five components, which fills a page of an institution's list at any size, the others one of many.
insert into report_marker (report_id, organisation_id, kind, value, received_at)
select report, institution, 'COMPONENT',
       case when named < 0.5 then 'component-' || floor(named * 10) else 'rare-component-' || floor((named - 0.5) * 1000) end, received
from (select report, institution, received, made_share(n, 5) as named from made) as naming
union all
select report, institution, 'WEAKNESS', 'CWE-' || floor(made_share(n, 6) * 50), received from made;

insert into report_step (id, report_id, state, person_id, taken_at)
select made_id(4, n), report, 'RECEIVED', author, received from made
union all
select made_id(5, n), report, state, author, received + interval '1 hour' from made where state <> 'RECEIVED';

insert into review_chain (id, row_version, report_id, organisation_id, revision_id, revision_sha256, tier, state, opened_by_person_id, opened_at,
                          closed_at)
select chain, 1, report, institution, revision, md5(n::text) || md5(n::text), tier, case when stage = 3 then 'PASSED' else 'OPEN' end, author,
       received, case when stage = 3 then received + interval '1 hour' end
from made where stage > 0;

insert into review_author (chain_id, person_id) select chain, author from made where stage > 0;

insert into review_stage (id, chain_id, organisation_id, position, side, quorum, least_rank, clock, clock_unit, state, opened_at, due_at, closed_at)
select made_id(6, n), chain, institution, 1, 'INSTITUTION_SECURITY', 1, 'ANY', 24, 'HOURS', case when stage = 1 then 'OPEN' else 'PASSED' end,
       least(received, due - interval '24 hours'), due, case when stage > 1 then received end
from made where stage > 0
union all
select made_id(7, n), chain, institution, 2, 'AUTHORITY', 1, 'ANY', 24, 'HOURS',
       case stage when 1 then 'WAITING' when 2 then 'OPEN' else 'PASSED' end,
       case when stage > 1 then least(received, due - interval '24 hours') end, case when stage > 1 then due end,
       case when stage > 2 then received end
from made where stage > 0;

insert into review_vote (id, chain_id, stage_id, revision_id, revision_sha256, person_id, organisation_id, cast_at)
select made_id(8, n), chain, made_id(6, n), revision, md5(n::text) || md5(n::text), made_id(12, n % :institutions * 10 + 8), institution, received
from made where stage > 1
union all
select made_id(9, n), chain, made_id(7, n), revision, md5(n::text) || md5(n::text), made_id(12, :institutions * 10 + 1), made_id(10, :institutions), received
from made where stage > 2;

insert into review_vote_choice (vote_id, choice)
select id, case when organisation_id = made_id(10, :institutions) then 'NO_OBJECTION' else 'AGREES' end
from review_vote v join made m on m.chain = v.chain_id;

-- A third of what waits is somebody's work already.
insert into review_seat (id, chain_id, stage_id, person_id, organisation_id, origin, given_by_person_id, taken_at)
select made_id(13, n), chain, made_id(6, n), made_id(12, n % :institutions * 10 + 9), institution, 'CLAIMED', made_id(12, n % :institutions * 10 + 9), received
from made where stage = 1 and made_share(n, 7) < 1 / 3.0;
