package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.certificate.CertificateDirectory;
import org.sekisho.domain.assurance.certificate.CertificateFacts;
import org.sekisho.domain.assurance.certificate.CertificateRow;
import org.sekisho.domain.assurance.certificate.KeyKind;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Turns of certificates as lists show them. */
@ApplicationScoped
public class CertificateLists implements CertificateDirectory {

    /** The columns of {@link #facts}, of the table's alias {@code c}. */
    static final String FACTS =
            "c.sha256 as certificate_sha256, c.subject, c.key_kind, c.key_bits, c.valid_from, c.valid_until";

    static final KeysetList LIST = new KeysetList(
            "c.engagement_id, c.number, " + FACTS + ", " + Naming.of("p") + " as by, c.at",
            "from engagement_certificate c left join person p on p.id = c.by_person_id",
            "c.id",
            Map.of("number", "lpad(cast(c.number as text), 10, '0')"),
            "number",
            true);

    /** How many columns {@link #FACTS} has. */
    static final int FACT_COLUMNS = 6;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<CertificateRow> list(UUID engagement, PageRequest page) {
        Filters filters =
                new Filters().with("and c.engagement_id = :engagement", "engagement", Optional.of(engagement));
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, CertificateLists::row));
    }

    @Override
    public Optional<CertificateRow> latest(UUID engagement) {
        return list(engagement, new PageRequest(1, Optional.empty(), Optional.empty(), false)).items().stream()
                .findFirst();
    }

    private static CertificateRow row(Row row) {
        int at = KeysetList.FIRST;
        return new CertificateRow(
                row.id(1),
                row.id(at),
                (int) row.number(at + 1),
                facts(row, at + 2),
                row.optionalText(at + 2 + FACT_COLUMNS),
                row.instant(at + 3 + FACT_COLUMNS));
    }

    /** What the columns say from the first on; empty where there is no certificate. */
    static Optional<CertificateFacts> facts(Row row, int first) {
        return row.optionalText(first)
                .map(sha256 -> new CertificateFacts(
                        sha256,
                        row.text(first + 1),
                        row.constant(first + 2, KeyKind.class),
                        (int) row.number(first + 3),
                        row.instant(first + 4),
                        row.instant(first + 5)));
    }
}
