package org.sekisho.persistence.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.domain.trail.TrailWriter;

/** Inserts the event and its place in the outbox in one statement: a second round trip would cost more than the second row. */
@ApplicationScoped
public class TrailRows implements TrailWriter {

    private static final String EVENT =
            """
            with event as (
                insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash,
                                         agreement, changes)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12))
            insert into trail_outbox (event, leaf_hash) values (?1, ?10)
            """;
    private static final String OPENING =
            "insert into trail_opening (event, detail, key, value) values (?1, ?2, ?3, ?4)";
    private static final String MATERIAL = "insert into trail_material (event, material) values (?1, ?2)";

    @PersistenceContext(unitName = "sekisho")
    private EntityManager entities;

    @Override
    public void write(TrailEvent event) {
        // What the act changed must hold before its event is written: constraints speak here, not at the commit.
        entities.flush();
        Query insert = entities.createNativeQuery(EVENT);
        insert.setParameter(1, event.id());
        insert.setParameter(2, event.time().atOffset(ZoneOffset.UTC));
        insert.setParameter(3, event.actor());
        insert.setParameter(4, event.organisation().orElse(null));
        insert.setParameter(5, event.act());
        insert.setParameter(6, event.subject().map(Subject::kind).orElse(null));
        insert.setParameter(7, event.subject().map(Subject::id).orElse(null));
        insert.setParameter(8, event.outcome().word());
        insert.setParameter(9, event.leaf());
        insert.setParameter(10, event.leafHash());
        insert.setParameter(11, event.agreement().orElse(null));
        insert.setParameter(12, event.changes());
        insert.executeUpdate();
        event.openings().forEach((detail, opening) -> {
            Query query = entities.createNativeQuery(OPENING);
            query.setParameter(1, event.id());
            query.setParameter(2, detail);
            query.setParameter(3, opening.key());
            query.setParameter(4, opening.value());
            query.executeUpdate();
        });
        event.material().ifPresent(material -> {
            Query query = entities.createNativeQuery(MATERIAL);
            query.setParameter(1, event.id());
            query.setParameter(2, material);
            query.executeUpdate();
        });
    }
}
