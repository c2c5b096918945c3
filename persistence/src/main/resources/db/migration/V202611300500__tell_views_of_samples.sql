-- The log of views tells of samples and their items too, to whoever may read it; what they hold stays the team's.
create policy access_log_reads on audit_sample for select to sekisho_app using ((select borrows('access-log')));
create policy access_log_reads on sample_item for select to sekisho_app using ((select borrows('access-log')));
