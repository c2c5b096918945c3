package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.embargo.Embargoes;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Embargoes as rows. */
@ApplicationScoped
public class EmbargoRows implements Embargoes {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Embargo> find(UUID id) {
        return entities.find(Embargo.class, id);
    }

    @Override
    public Embargo requireLocked(UUID id) {
        return entities.lockAndRaise(Embargo.class, id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    @Override
    public Optional<Embargo> inEffect(UUID report) {
        return entities.first(
                Embargo.class,
                "select e from Embargo e where e.report = :report"
                        + " and e.state = org.sekisho.domain.report.embargo.EmbargoState.IN_EFFECT",
                Map.of("report", report));
    }

    @Override
    public List<Embargo> of(UUID report) {
        return entities.list(
                Embargo.class,
                "select e from Embargo e where e.report = :report order by e.proposedAt desc",
                Map.of("report", report));
    }

    @Override
    public List<Embargo> askedOf(UUID organisation) {
        return entities
                .list(
                        Embargo.class,
                        "select e from Embargo e join e.participants p where p.organisation = :organisation"
                                + " and e.state = org.sekisho.domain.report.embargo.EmbargoState.IN_EFFECT order by e.until",
                        Map.of("organisation", organisation))
                .stream()
                .limit(100)
                .toList();
    }

    @Override
    public void add(Embargo embargo) {
        entities.add(embargo);
    }

    @Override
    public List<UUID> over(Instant now, int limit) {
        return sql.query(
                        """
                        select e.id from embargo e where e.state = 'IN_EFFECT' and e.until <= :now
                        order by e.until, e.id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> row.id(0));
    }
}
