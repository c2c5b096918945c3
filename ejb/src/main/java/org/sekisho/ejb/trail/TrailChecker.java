package org.sekisho.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.trail.log.CheckpointMemory;
import org.sekisho.domain.trail.log.ColumnAudit;
import org.sekisho.domain.trail.log.LogRecords;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.Tampering;
import org.sekisho.domain.trail.log.TrailAudit;
import org.sekisho.domain.trail.log.TrailChecks;
import org.sekisho.domain.trail.log.TrailKeys;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.SignedNote;

/**
 * Runs the full check of the log, with the checkpoint that lies beside the key as the one from outside: first whether the leaves are those
 * that were signed, then whether what people read beside them is what they say.
 */
@ApplicationScoped
public class TrailChecker {

    private static final Logger LOG = Logger.getLogger(TrailChecker.class.getName());

    @Inject
    private TrailChecks checks;

    @Inject
    private TrailCheckService service;

    @Inject
    private CheckpointMemory memory;

    @Inject
    private TrailKeys keys;

    private record Result(long size, List<Tampering> found) {}

    /** Checks everything, if that is due. */
    public void check() {
        if (!Caller.as(SystemJob.TRAIL_CHECK, service::isDue)) {
            return;
        }
        // Asked before the log is read: it was durable before it was remembered.
        List<Checkpoint> remembered = remembered();
        Result result = checks.reading(records -> audit(records, remembered));
        if (!result.found().isEmpty()) {
            LOG.log(Level.SEVERE, "The trail isn''t as it was signed: {0}", result.found());
        }
        Caller.as(SystemJob.TRAIL_CHECK, () -> {
            service.keep(result.size(), result.found());
            return result;
        });
    }

    private Result audit(LogRecords records, List<Checkpoint> remembered) {
        Optional<SignedCheckpoint> latest = records.latest();
        if (latest.isEmpty()) {
            return new Result(0, List.of());
        }
        String origin = latest.get().checkpoint().origin();
        try {
            TrailAudit audit = new TrailAudit(
                    records,
                    keys.all().stream()
                            .map(key -> key.signer(origin).verifier())
                            .toList(),
                    remembered);
            List<Tampering> found = Stream.concat(audit.run().stream(), ColumnAudit.run(records).stream())
                    .limit(TrailAudit.MOST)
                    .toList();
            return new Result(latest.get().checkpoint().size(), found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Checkpoint> remembered() {
        try {
            Optional<byte[]> last = memory.last();
            return last.isEmpty()
                    ? List.of()
                    : List.of(Checkpoint.parse(SignedNote.parse(last.get()).text()));
        } catch (IOException malformed) {
            throw new IllegalStateException("The checkpoint beside the key can't be read", malformed);
        }
    }
}
