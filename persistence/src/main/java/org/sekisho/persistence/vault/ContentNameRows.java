package org.sekisho.persistence.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.vault.ContentNames;
import org.sekisho.persistence.shared.Sql;

/** Looks into every table that names sealed files; a table that is added and left out here loses its files. */
@ApplicationScoped
public class ContentNameRows implements ContentNames {

    /** A test compares it with the tables that have such a column. */
    static final String NAMED =
            """
            select 1 where exists (select from evidence_content where blob = :blob)
                or exists (select from pack_document where blob = :blob)
                or exists (select from audit_report where blob = :blob)
                or exists (select from pack where blob = :blob)
                or exists (select from agreement_document where blob = :blob)
                or exists (select from agreement_signed_file where blob = :blob)
                or exists (select from report_import_content where blob = :blob)
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public boolean isNamed(String blob) {
        return entrance.withReachOf(
                SystemReach.CONTENT_NAMES,
                () -> sql.query(NAMED).with("blob", blob).first(row -> true).orElse(false));
    }
}
