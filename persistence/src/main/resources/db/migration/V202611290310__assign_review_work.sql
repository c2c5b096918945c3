-- A free place in a stage is given to a colleague, and the authority's duty officer confirms having read of an interim measure.

alter table review_seat drop constraint review_seat_origin_check;
alter table review_seat add constraint review_seat_origin_check check (origin in ('CLAIMED', 'DELEGATED', 'HANDED_OVER', 'ASSIGNED'));

alter table interim_measure
    add column acknowledged_by_person_id uuid references person,
    add column acknowledged_at           timestamptz,
    add constraint interim_measure_acknowledged
        check ((acknowledged_at is null) = (acknowledged_by_person_id is null) and acknowledged_at >= ordered_at);
comment on column interim_measure.acknowledged_at is 'When a duty officer of an authority confirmed having read of it. That agrees to nothing.';
grant update (acknowledged_by_person_id, acknowledged_at) on interim_measure to sekisho_app;

create policy authority_acknowledges on interim_measure for update to sekisho_app
    using ((select acts_for_authority()) and reads_report(report_id))
    with check ((select acts_for_authority()) and acknowledged_by_person_id = (select acting_person()));
