-- Where a file was sent again whose import had broken off, what that had staged stayed, seen by nobody.

delete from finding_draft d using report_import i where i.id = d.import_id and i.state = 'ABANDONED';
delete from finding f using report_import i where i.id = f.import_id and i.state = 'ABANDONED' and not f.published;
delete from finding_rejection r using report_import i where i.id = r.import_id and i.state = 'ABANDONED';
