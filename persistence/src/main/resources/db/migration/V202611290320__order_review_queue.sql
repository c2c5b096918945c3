-- A reviewer's queue is read in the order of its clocks, and an institution's without those of all others.

alter table review_chain add constraint review_chain_of_owner unique (id, organisation_id);

alter table review_stage add column organisation_id uuid references organisation;
update review_stage s set organisation_id = c.organisation_id from review_chain c where c.id = s.chain_id;
alter table review_stage
    alter column organisation_id set not null,
    add constraint review_stage_of_owner foreign key (chain_id, organisation_id) references review_chain (id, organisation_id)
        deferrable initially deferred;
comment on column review_stage.organisation_id is 'The institution that owns the report, as the review has it.';

create index review_stage_by_owner on review_stage (organisation_id, due_at, id) where state = 'OPEN';
create index review_stage_by_side on review_stage (side, due_at, id) where state = 'OPEN';
