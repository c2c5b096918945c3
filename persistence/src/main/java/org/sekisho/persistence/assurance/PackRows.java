package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.pack.Pack;
import org.sekisho.domain.assurance.pack.PackDownload;
import org.sekisho.domain.assurance.pack.PackEntry;
import org.sekisho.domain.assurance.pack.Packs;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Packs as rows, with their fixed lists and downloads. */
@ApplicationScoped
public class PackRows implements Packs {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Pack> find(UUID id) {
        return entities.find(Pack.class, id);
    }

    @Override
    public Optional<Pack> nextToBuild(Instant now) {
        return sql.query(
                        """
                        select id from pack
                        where state = 'QUEUED' or (state = 'BUILDING' and lease_until <= :now)
                        order by requested_at, id limit 1
                        for update skip locked
                        """)
                .with("now", now)
                .first(row -> row.id(0))
                .flatMap(this::find);
    }

    @Override
    public List<PackEntry> entries(UUID pack, int fromPosition, int count) {
        return entities.list(
                PackEntry.class,
                """
                select e from PackEntry e
                where e.pack = :pack and e.position >= :first and e.position < :end
                order by e.position
                """,
                Map.of("pack", pack, "first", fromPosition, "end", fromPosition + count));
    }

    @Override
    public void add(Pack pack, List<PackEntry> entries) {
        entities.add(pack);
        entries.forEach(entities::add);
    }

    @Override
    public void add(PackDownload download) {
        entities.add(download);
    }
}
