-- A draft of the catalogue of controls waits for a second person, who is told by mail.
create policy notices_reads on control_catalogue for select to sekisho_app using ((select reaches('notices')));
