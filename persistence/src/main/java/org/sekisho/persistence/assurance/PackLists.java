package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.pack.BuildProgress;
import org.sekisho.domain.assurance.pack.DownloadRow;
import org.sekisho.domain.assurance.pack.PackDirectory;
import org.sekisho.domain.assurance.pack.PackFilter;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.assurance.pack.ProvenTrail;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Packs and their downloads as lists show them. */
@ApplicationScoped
public class PackLists implements PackDirectory {

    private static final String BEGUN = "to_char(d.begun_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')";

    private static final KeysetList LIST = new KeysetList(
            "p.engagement_id, p.name, p.state, p.label, " + Naming.of("requester")
                    + """
                     as requested_by, p.requested_at, p.trail_position, p.files_done, p.entries, p.bytes_done, p.payload_bytes,
                    p.begun_at, p.ended_at, p.failure, p.size, p.sha256, p.key_fingerprint, last.begun_at as downloaded_at,
                    p.proofs_done, p.proofs_all, p.proven_size, p.witnesses,
                    """
                    + CertificateLists.FACTS + ", " + Naming.of("loader") + " as downloaded_by",
            """
            from pack p
                left join engagement_certificate c on c.id = p.certificate_id
                left join person requester on requester.id = p.requested_by_person_id
                left join lateral (select d.begun_at, d.person_id from pack_download d where d.pack_id = p.id
                                   order by d.begun_at desc limit 1) last on true
                left join person loader on loader.id = last.person_id
            """,
            "p.id",
            Map.of(
                    "requested",
                    "to_char(p.requested_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "state",
                    "p.state",
                    "label",
                    "p.label",
                    "size",
                    "lpad(cast(coalesce(p.size, 0) as text), 20, '0')"),
            "requested",
            true);

    private static final KeysetList DOWNLOADS = new KeysetList(
            "d.pack_id, " + Naming.of("loader") + " as by, d.begun_at, d.first_byte, d.last_byte",
            "from pack_download d left join person loader on loader.id = d.person_id",
            "d.id",
            Map.of("begun", BEGUN, "person", "coalesce(" + Naming.of("loader") + ", '')"),
            "begun",
            true);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<PackRow> list(PackFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and p.engagement_id = :engagement", "engagement", filter.engagement())
                .withAnyOf("and p.state = any (string_to_array(:states, ','))", "states", filter.states());
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, PackLists::row));
    }

    @Override
    public Optional<PackRow> find(UUID id) {
        Filters filters = new Filters().with("and p.id = :id", "id", Optional.of(id));
        return entrance
                .withReachOf(SystemReach.NAMES, () -> LIST.page(sql, PageRequest.first(), filters, PackLists::row))
                .items()
                .stream()
                .findFirst();
    }

    @Override
    public Page<DownloadRow> downloads(UUID pack, Optional<String> words, PageRequest page) {
        Filters filters = new Filters()
                .with("and d.pack_id = :pack", "pack", Optional.of(pack))
                .with(
                        "and position(lower(:words) in lower(concat_ws(' ', loader.name_en, loader.name_ja))) > 0",
                        "words",
                        words);
        int at = KeysetList.FIRST;
        return DOWNLOADS.page(
                sql,
                page,
                filters,
                row -> new DownloadRow(
                        row.id(1),
                        row.id(at),
                        row.optionalText(at + 1),
                        row.instant(at + 2),
                        row.number(at + 3),
                        row.number(at + 4)));
    }

    private static PackRow row(Row row) {
        int at = KeysetList.FIRST;
        return new PackRow(
                row.id(1),
                row.id(at),
                row.text(at + 1),
                row.constant(at + 2, PackState.class),
                row.constant(at + 3, Tlp.class),
                row.optionalText(at + 4),
                row.instant(at + 5),
                row.number(at + 6),
                new BuildProgress(
                        (int) row.number(at + 7),
                        (int) row.number(at + 8),
                        row.number(at + 9),
                        row.number(at + 10),
                        (int) row.number(at + 18),
                        (int) row.number(at + 19)),
                row.optionalInstant(at + 11),
                row.optionalInstant(at + 12),
                row.text(at + 13),
                row.isNull(at + 14) ? OptionalLong.empty() : OptionalLong.of(row.number(at + 14)),
                row.optionalText(at + 15),
                row.optionalText(at + 16),
                row.isNull(at + 20)
                        ? Optional.empty()
                        : Optional.of(new ProvenTrail(row.number(at + 20), (int) row.number(at + 21))),
                CertificateLists.facts(row, at + 22),
                row.optionalInstant(at + 17),
                row.optionalText(at + 22 + CertificateLists.FACT_COLUMNS));
    }
}
