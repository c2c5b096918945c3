package org.sekisho.persistence.trail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.domain.trail.log.ColumnAudit;
import org.sekisho.domain.trail.log.PendingLeaf;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.domain.trail.log.TrailAudit;
import org.sekisho.domain.trail.log.TrailLead;
import org.sekisho.domain.trail.log.TrailLog;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.log.GrowingTree;

/**
 * What the trail costs: writing an event against a plain INSERT of the same row, the time until a checkpoint covers it, and a full check of
 * the log against hashing the same leaves in memory. It prints what is wanted and doesn't fail without it. Runs with {@code mvn verify
 * -Pbenchmark}; {@code -Devents=…} makes another number for the check.
 */
class TrailBenchmark {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SECONDS = 4;
    private static final long EVENTS = Long.getLong("events", 1_000_000);
    private static final double WRITE_WANTED = 0.7;
    private static final double CHECK_WANTED = 0.3;
    private static final double COVERED_WANTED = 1_000;
    private static final long BETWEEN_STEPS = 200_000_000;

    private static final String PLAIN =
            """
            insert into trail_event (id, time, actor, act, outcome, leaf, leaf_hash, changes)
            values (?, ?, 'system:test', 'test.act', 'done', ?, ?, false)
            """;
    private static final String WITH_OUTBOX =
            "with event as (" + PLAIN + ") insert into trail_outbox (event, leaf_hash) values (?, ?)";

    private static final Databases DATABASE = TestDatabase.get().another("trail_benchmark");

    private final TestTrail trail = new TestTrail(DATABASE);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void writingAnEventAgainstAPlainInsert() throws Exception {
        double[] plain = new double[ROUNDS];
        double[] traced = new double[ROUNDS];
        List<Double> waits = new ArrayList<>();
        write(PLAIN, Optional.empty());
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = write(PLAIN, Optional.empty());
            Covering covering = new Covering();
            AtomicBoolean done = new AtomicBoolean();
            Future<?> sequencing = threads.submit(() -> sequence(covering, done));
            traced[round] = write(WITH_OUTBOX, Optional.of(covering));
            done.set(true);
            sequencing.get(1, TimeUnit.MINUTES);
            waits.addAll(covering.millis);
        }
        print("trail write, events/s", median(traced), "plain INSERT", median(plain), WRITE_WANTED);
        double[] sorted = waits.stream().mapToDouble(each -> each).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "until under a signed checkpoint: median %.0f ms, p99 %.0f ms of %,d events; wanted: p99 at most %.0f ms%n",
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                sorted.length,
                COVERED_WANTED);
    }

    @Test
    void checkingTheWholeLogAgainstATreeInMemory() throws Exception {
        fill();
        double[] checked = new double[ROUNDS];
        double[] memory = new double[ROUNDS];
        double[] columns = new double[ROUNDS];
        List<byte[]> leaves = leaves();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            GrowingTree tree = new GrowingTree();
            List<byte[]> some = new ArrayList<>();
            for (byte[] leaf : leaves) {
                some.add(MerkleHash.leaf(leaf));
                if (some.size() == Sequencer.MOST) {
                    tree.add(some);
                    some.clear();
                }
            }
            tree.add(some);
            tree.root();
            memory[round] = leaves.size() / seconds(begun);
            begun = System.nanoTime();
            try (JdbcLogRecords records = JdbcLogRecords.of(DATABASE.owner())) {
                int found = new TrailAudit(
                                records,
                                List.of(trail.key().signer(TestTrail.ORIGIN).verifier()),
                                trail.checkpoints().values())
                        .run()
                        .size();
                checked[round] = leaves.size() / seconds(begun);
                begun = System.nanoTime();
                found += ColumnAudit.run(records).size();
                columns[round] = leaves.size() / seconds(begun);
                if (found > 0) {
                    throw new AssertionError(found + " findings in a sound log");
                }
            }
        }
        print("full check, events/s", median(checked), "tree in memory", median(memory), CHECK_WANTED);
        System.out.printf(Locale.ROOT, "what people read, compared with the leaves: %,.0f events/s%n", median(columns));
    }

    /** Clients that write an event a transaction; how many events a second. */
    private double write(String sql, Optional<Covering> covering) throws Exception {
        List<Future<Integer>> clients = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(threads.submit(() -> client(sql, covering, end)));
        }
        int written = 0;
        for (Future<Integer> client : clients) {
            written += client.get(1, TimeUnit.MINUTES);
        }
        return written / seconds(begun);
    }

    private int client(String sql, Optional<Covering> covering, long end) throws SQLException {
        int written = 0;
        try (Connection connection = trail.writer();
                Statement enter = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            while (System.nanoTime() < end) {
                enter.execute("select enter_system('installer')");
                TrailEvent event = event();
                insert.setObject(1, event.id());
                insert.setObject(2, event.time().atOffset(ZoneOffset.UTC));
                insert.setBytes(3, event.leaf());
                insert.setBytes(4, event.leafHash());
                if (covering.isPresent()) {
                    insert.setObject(5, event.id());
                    insert.setBytes(6, event.leafHash());
                }
                insert.executeUpdate();
                connection.commit();
                covering.ifPresent(each -> each.committed.put(event.id(), System.nanoTime()));
                written++;
            }
        }
        return written;
    }

    private static TrailEvent event() {
        return TrailEvent.of(new TrailEvent.Draft(
                Instant.parse("2026-11-01T00:00:00Z"),
                "system:test",
                Optional.empty(),
                "test.act",
                Optional.empty(),
                Outcome.DONE,
                new TreeMap<>(Map.of("number", "1")),
                new TreeMap<>()));
    }

    private void sequence(Covering covering, AtomicBoolean done) {
        TrailLog log = origin -> trail.log().lead(origin).map(covering::watching);
        try (Sequencer sequencer = Sequencer.begin(
                        log, TestTrail.ORIGIN, List.of(trail.key()), trail.memory(), Clock.systemUTC())
                .orElseThrow()) {
            boolean last;
            int taken;
            do {
                last = done.get();
                taken = sequencer.step();
                covering.covered();
                if (taken < Sequencer.MOST && !last) {
                    LockSupport.parkNanos(BETWEEN_STEPS);
                }
            } while (!last || taken > 0);
        }
    }

    /** When events were committed, and when a durable checkpoint covered them. */
    private static final class Covering {

        private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        private final List<UUID> step = new ArrayList<>();

        TrailLead watching(TrailLead lead) {
            return (TrailLead) Proxy.newProxyInstance(
                    TrailLead.class.getClassLoader(), new Class<?>[] {TrailLead.class}, (proxy, method, given) -> {
                        try {
                            Object answer = method.invoke(lead, given);
                            if (answer instanceof List<?> drained
                                    && method.getName().equals("drain")) {
                                drained.forEach(each -> step.add(((PendingLeaf) each).event()));
                            }
                            return answer;
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        void covered() {
            long now = System.nanoTime();
            for (UUID event : step) {
                // A client may be told of its commit after the checkpoint stands: then it didn't wait at all.
                Long since = committed.remove(event);
                millis.add(since == null ? 0 : (now - since) / 1e6);
            }
            step.clear();
        }
    }

    /** So many events, by SQL, and the log over them. */
    private void fill() throws SQLException {
        trail.asOwner(
                """
                alter table trail_event disable trigger user;
                with made as (
                    select i, uuidv7() as id from generate_series(1, %d) i),
                leaf as (
                    select id, convert_to('{"act":"test.act","actor":"system:test","details":{"number":"' || i || '"},"id":"' || id
                        || '","organisation":"","outcome":"done","subject":"","time":"2026-11-01T00:00:00.000000Z","v":1}', 'UTF8') as leaf
                    from made),
                event as (
                    insert into trail_event (id, time, actor, act, outcome, leaf, leaf_hash, changes)
                    select id, '2026-11-01 00:00Z', 'system:test', 'test.act', 'done', leaf, sha256('\\x00'::bytea || leaf), false from leaf)
                insert into trail_outbox select id, sha256('\\x00'::bytea || leaf) from leaf
                """
                        .formatted(EVENTS));
        trail.asOwner("alter table trail_event enable trigger user; analyze trail_event; analyze trail_outbox");
        long begun = System.nanoTime();
        trail.sequenceAll();
        System.out.printf(Locale.ROOT, "sequenced %,.0f events/s%n", EVENTS / seconds(begun));
        // As the database does by itself, some minutes later.
        trail.asOwner("vacuum (analyze) trail_event, trail_outbox, trail_leaf, trail_tile");
    }

    private List<byte[]> leaves() throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        try (JdbcLogRecords records = JdbcLogRecords.of(DATABASE.owner())) {
            records.inOrder(entry -> leaves.add(entry.leaf().orElseThrow()));
        }
        return leaves;
    }

    private static void print(String what, double found, String against, double other, double wanted) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f, %s %,.0f, ratio %.2f; wanted: at least %.1f%n",
                what,
                found,
                against,
                other,
                found / other,
                wanted);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
