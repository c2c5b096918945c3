-- What an evidence pack is collected from, of reports: read with the reach of the collection, and only of the agreements that the auditor's open
-- audits look at. Nothing is written with it. A vote stays hidden from packs too, until its stage has closed.

create index report_by_agreement on report (agreement_id, organisation_id, received_at, id);

create policy pack_collection_reads on report for select to sekisho_app
    using ((select borrows('pack-collection')) and agreement_id = any ((select readable_agreements())::uuid[]));

do $$
declare
    each text;
begin
    -- Revisions, reviews, stages, places and receipts are seen by whoever sees the report, the review or the release.
    foreach each in array array['report_step', 'report_tier_change', 'report_rating', 'report_evaluation', 'interim_measure', 'escalation',
            'report_release', 'embargo'] loop
        execute format('create policy pack_collection_reads on %I for select to sekisho_app
            using ((select borrows(''pack-collection'')) and exists (select from report r where r.id = report_id))', each);
    end loop;
    foreach each in array array['escalation_step', 'escalation_document'] loop
        execute format('create policy pack_collection_reads on %I for select to sekisho_app
            using ((select borrows(''pack-collection'')) and exists (select from escalation e where e.id = escalation_id))', each);
    end loop;
    foreach each in array array['report_release_person', 'report_release_needed', 'report_release_approval'] loop
        execute format('create policy pack_collection_reads on %I for select to sekisho_app
            using ((select borrows(''pack-collection'')) and exists (select from report_release l where l.id = release_id))', each);
    end loop;
end
$$;

create policy pack_collection_reads on report_content for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from report_revision v where v.id = revision_id));
create policy pack_collection_reads on embargo_participant for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from embargo e where e.id = embargo_id));
create policy pack_collection_reads on review_vote for select to sekisho_app
    using ((select borrows('pack-collection'))
           and exists (select from review_stage s where s.id = stage_id and s.state in ('PASSED', 'RETURNED', 'VOID')));
create policy pack_collection_reads on report_import for select to sekisho_app
    using ((select borrows('pack-collection')) and agreement_id = any ((select readable_agreements())::uuid[]));
create policy pack_collection_reads on finding for select to sekisho_app
    using ((select borrows('pack-collection')) and exists (select from report_import i where i.id = import_id));
