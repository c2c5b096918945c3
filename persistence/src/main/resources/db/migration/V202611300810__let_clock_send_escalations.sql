-- What the escalation clock opens for an imported or newly listed report is put before the authority as what a person's act opens: it could write
-- the escalation and its document, but not the bytes of this. To run after create_escalation.

drop policy app_inserts on escalation_content;
create policy app_inserts on escalation_content for insert to sekisho_app
    with check (organisation_id = (select acting_organisation())
                or (select reaches('reports'))
                or exists (select from escalation_document d join escalation e on e.id = d.escalation_id
                           where d.id = document_id and e.organisation_id = escalation_content.organisation_id));
