-- Who tells people what waits sees that there is a measure, and where its report stands; what either says stays closed.

create policy notices_read_measures on interim_measure for select to sekisho_app using ((select reaches('notices')));
-- Not narrowed to reports with a measure: the policies of both tables would ask each other without end.
create policy notices_read_measured on report for select to sekisho_app using ((select reaches('notices')));
