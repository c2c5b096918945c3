-- Documents of a pack are seen by whoever sees the pack. By the firm alone, a colleague saw those of audits that are none of theirs.

drop policy app_reads on pack_document;
create policy app_reads on pack_document for select to sekisho_app
    using ((select reaches('packs')) or exists (select from pack p where p.id = pack_id));
