package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.assurance.pack.PackSources;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.persistence.shared.Sql;

/** Where the bytes of packs' files are, by the fixed lists. */
@ApplicationScoped
public class PackSourceRows implements PackSources {

    @Inject
    private Sql sql;

    @Override
    public long trailPosition() {
        return sql.query("select count(*) from trail_event")
                .first(row -> row.number(0))
                .orElse(0L);
    }

    @Override
    public void add(Document document, UUID pack, Instant now) {
        sql.query(
                        """
                        insert into pack_document (id, pack_id, organisation_id, blob, size, made_at)
                        values (:id, :pack, :organisation, :blob, :size, :now)
                        """)
                .with("id", document.id())
                .with("pack", pack)
                .with("organisation", document.organisation())
                .with("blob", document.blob())
                .with("size", document.size())
                .with("now", now)
                .run();
    }

    @Override
    public List<Source> of(UUID pack, int fromPosition, int count) {
        return sql.query(
                        """
                        select e.path, e.sha256, e.size, e.crc32,
                               case when d.id is null then 'evidence_content' else 'pack_document' end, e.source_id,
                               coalesce(d.organisation_id, c.organisation_id, p.organisation_id), coalesce(d.blob, c.blob, '')
                        from pack_entry e
                            join pack p on p.id = e.pack_id
                            left join pack_document d on e.source_kind = 'pack-document' and d.id = e.source_id
                            left join evidence_content c on e.source_kind = 'evidence' and c.evidence_id = e.source_id
                        where e.pack_id = :pack and e.position >= :first and e.position < :end
                        order by e.position
                        """)
                .with("pack", pack)
                .with("first", fromPosition)
                .with("end", fromPosition + count)
                .list(row -> new Source(
                        row.text(0),
                        row.text(1),
                        row.number(2),
                        row.number(3),
                        new Place(row.text(4), row.id(5), row.id(6)),
                        row.text(7)));
    }
}
