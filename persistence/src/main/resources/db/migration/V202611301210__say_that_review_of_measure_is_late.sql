-- Who ordered an interim measure has its report reviewed within a day, and undoes the measure at its end: what isn't done is said.

alter table interim_measure
    add column review_alerted_at timestamptz,
    add constraint interim_measure_alerted_when_late check (review_alerted_at >= review_due_at);
comment on column interim_measure.review_alerted_at is 'When it was said that no review had begun in time: once, and it begins none.';
grant update (review_alerted_at) on interim_measure to sekisho_app;
create index interim_measure_to_alert on interim_measure (review_due_at, id) where review_alerted_at is null and state <> 'LIFTED';
create index interim_measure_to_undo on interim_measure (organisation_id, expires_at) where state = 'EXPIRED';

-- Only then the coordinator sees that there is a measure, and its clocks; why it was ordered is sealed.
create policy coordinator_reads on interim_measure for select to sekisho_app using (review_alerted_at is not null and (select reaches('agreements')));
