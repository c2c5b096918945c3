-- What an auditor views besides the engagement's own records: the log of views tells it, so it has to find to which agreement or
-- organisation it belongs. Its queries narrow this to one engagement.

do $$
declare
    each text;
begin
    foreach each in array array['agreement_version', 'access_grant', 'environment_attestation', 'phase_evaluation', 'playbook',
            'training_record', 'access_freeze'] loop
        execute format('create policy access_log_reads on %I for select to sekisho_app using ((select borrows(''access-log'')))', each);
    end loop;
end
$$;
