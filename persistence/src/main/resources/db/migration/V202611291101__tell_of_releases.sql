-- Who is told that releases and embargoes wait for them has to be known to the job that tells them; what leaves isn't. To run after create_release.

do $$
declare
    each text;
begin
    foreach each in array array['report_release', 'report_release_person', 'report_release_needed', 'report_release_approval', 'report_release_receipt',
            'embargo', 'embargo_participant'] loop
        execute format('create policy notices_reads on %I for select to sekisho_app using ((select reaches(''notices'')))', each);
    end loop;
end
$$;

create index embargo_by_turn on embargo (state_at) where state <> 'IN_EFFECT';
