package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.proof.hash.ConsistencyProof;
import org.sekisho.proof.hash.InclusionProof;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.TiledTree;

/** Many write at once, some of them slow and some undoing what they did, while one sequences and others check what it signed. */
class LogHammerTest {

    private static final int WRITERS = 16;
    private static final int EVENTS = 150;
    private static final int READERS = 2;
    private static final long SEED = 20_261_129L;

    private final Databases database = TestDatabase.get().another("log_hammer");
    private final TestTrail trail = new TestTrail(database);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean written = new AtomicBoolean();
    private final AtomicBoolean sequenced = new AtomicBoolean();

    @Test
    void everyCheckpointGrowsFromTheOneBeforeAndHoldsItsEvents() throws Exception {
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            long seed = SEED + i;
            writers.add(threads.submit(() -> write(new Random(seed))));
        }
        Future<Integer> sequencer = threads.submit(this::sequence);
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            long seed = SEED - i - 1;
            readers.add(threads.submit(() -> check(new Random(seed))));
        }
        int kept = 0;
        for (Future<Integer> writer : writers) {
            kept += writer.get(2, TimeUnit.MINUTES);
        }
        written.set(true);
        assertEquals(kept, sequencer.get(1, TimeUnit.MINUTES));
        sequenced.set(true);
        for (Future<Integer> reader : readers) {
            assertTrue(reader.get(1, TimeUnit.MINUTES) > 0, "a reader saw checkpoints");
        }
        threads.shutdown();
        assertEquals(kept, trail.leaves().size());
        assertEquals(0, trail.number("select count(*) from trail_outbox"));
        trail.checkpoints();
    }

    private int write(Random chance) throws Exception {
        int kept = 0;
        try (Connection connection = trail.writer()) {
            for (int i = 0; i < EVENTS; i++) {
                int inOne = 1 + chance.nextInt(3);
                for (int j = 0; j < inOne; j++) {
                    TestTrail.write(connection);
                }
                if (chance.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    kept += inOne;
                }
            }
        }
        return kept;
    }

    private int sequence() {
        int taken = 0;
        try (Sequencer sequencer = trail.sequencer()) {
            boolean last;
            int step;
            do {
                // Asked before the step: what was written until then is seen by it.
                last = written.get();
                step = sequencer.step();
                taken += step;
            } while (!last || step > 0);
        }
        return taken;
    }

    /** Each new checkpoint against the one before, and events of it that chance chooses. */
    private int check(Random chance) throws Exception {
        int seen = 0;
        Checkpoint before = null;
        try (TestLogReader reader = new TestLogReader(database)) {
            boolean last;
            do {
                last = sequenced.get();
                Checkpoint now = reader.latest(trail.key()).orElse(null);
                if (now == null || before != null && now.size() == before.size()) {
                    continue;
                }
                seen++;
                TiledTree tree = new TiledTree(now.size(), reader.tiles());
                if (before != null) {
                    assertTrue(
                            ConsistencyProof.verify(
                                    before.size(),
                                    before.root(),
                                    now.size(),
                                    now.root(),
                                    tree.consistency(before.size())),
                            "from " + before.size() + " to " + now.size());
                }
                long index = (long) (chance.nextDouble() * now.size());
                assertTrue(
                        InclusionProof.verify(
                                reader.leafHash(index), index, now.size(), tree.inclusion(index), now.root()),
                        index + " of " + now.size());
                before = now;
            } while (!last);
        }
        return seen;
    }
}
