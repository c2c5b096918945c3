-- While a stage decides, the trail tells nobody but the voter that somebody voted in it: a vote that leaves it open can only agree.

create function hides_vote(report uuid, at timestamptz) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    -- A vote and its event carry the same instant.
    return exists (select from review_chain c join review_vote v on v.chain_id = c.id join review_stage s on s.id = v.stage_id
                   where c.report_id = hides_vote.report and v.cast_at = hides_vote.at and s.state = 'OPEN');
end
$$;
comment on function hides_vote(uuid, timestamptz) is 'Whether a vote of that time on the report stands in a stage that still decides.';

grant create on schema sekisho to sekisho_lookup;
alter function hides_vote(uuid, timestamptz) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function hides_vote(uuid, timestamptz) from public;
grant execute on function hides_vote(uuid, timestamptz) to sekisho_app;

create policy votes_stay_hidden on trail_event as restrictive for select to sekisho_app
    using (act <> 'review.vote' or outcome <> 'done' or subject_id is null or actor = 'person:' || (select acting_person())::text
           or (select reaches('trail')) or not hides_vote(subject_id, time));
