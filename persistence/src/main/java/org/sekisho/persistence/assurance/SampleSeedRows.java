package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SampleSeeds;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.proof.log.Checkpoint;

/** Seeds of samples, from the log as the sequencer keeps it. A checkpoint is looked for by the place of the event, never by a time. */
@ApplicationScoped
public class SampleSeedRows implements SampleSeeds {

    static final String SEED =
            """
            select c.size, c.root, c.signed_at, c.fingerprint, c.note, l.origin
            from trail_checkpoint c cross join trail_log l
            where c.size = (select min(m.size) from trail_checkpoint m
                            where m.size > (select min(p.index) from trail_leaf p join trail_event t on t.id = p.event
                                            where t.subject_id = :sample and t.act = :act and t.outcome = 'done'))
            """;

    @Inject
    private Sql sql;

    @Override
    public Optional<SignedCheckpoint> of(UUID sample) {
        return sql.query(SEED)
                .with("sample", sample)
                .with("act", Sample.FREEZING)
                .first(row -> new SignedCheckpoint(
                        new Checkpoint(row.text(5), row.number(0), row.bytes(1)),
                        row.instant(2),
                        row.text(3),
                        row.bytes(4)));
    }
}
