-- Clocks of reviews, deferrals and interim measures: who is told of a review, and the job that says that they have run out.

alter table review_stage
    add column alerted_at timestamptz,
    add constraint review_stage_alerted_when_late check (alerted_at >= due_at);
comment on column review_stage.alerted_at is 'When it was said that the clock had run out: once, and nothing is agreed by it.';
grant update (alerted_at) on review_stage to sekisho_app;
create index review_stage_to_alert on review_stage (due_at, id) where state = 'OPEN' and alerted_at is null;

-- Who is told what waits has to be known to the job that tells them, and that alone: who wrote, holds and has decided what, and not how.
do $$
declare
    each text;
begin
    foreach each in array array['review_chain', 'review_author', 'review_stage', 'review_vote', 'review_seat', 'reviewer_rank',
            'reviewer_absence'] loop
        execute format('create policy notices_reads on %I for select to sekisho_app using ((select reaches(''notices'')))', each);
    end loop;
end
$$;

-- A choice is read by whoever reads the vote, and so would be by this job.
alter policy app_reads on review_vote_choice
    using (exists (select from review_vote v where v.id = vote_id) and not (select reaches('notices')));

-- Added to what the function says by now, so that no other job loses its reach.
do $$
declare
    known text := pg_get_functiondef('system_reach(text)'::regprocedure);
    added text := replace(known, 'ELSE ''''::text', 'WHEN ''report-clock''::text THEN ''agreements-read,reports''::text ELSE ''''::text');
begin
    if added = known then
        raise exception 'system_reach isn''t written as expected: %', known;
    end if;
    execute added;
end
$$;
