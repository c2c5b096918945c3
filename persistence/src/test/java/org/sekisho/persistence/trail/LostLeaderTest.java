package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.persistence.vault.FileCheckpointMemory;
import org.sekisho.persistence.vault.FileSigningKeys;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.GrowingTree;

/** Nodes that die or stop while they lead: nothing is lost, nothing gets two places, and no size gets two roots. */
class LostLeaderTest {

    private static final int SECONDS = 60;
    private static final long BETWEEN_LOOKS = 20_000_000;

    private static int number;

    private final String name = "lost_leader_" + ++number;
    private final Databases database = TestDatabase.get().another(name);

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drain",
                "append",
                "keep",
                "know",
                "before store",
                "store",
                "before commit",
                "commit",
                "before remember",
                "remember"
            })
    void aLeaderThatDiesLeavesALogToGoOnWith(String step) throws Exception {
        TestTrail trail = trail();
        trail.write(3);
        sequenceAll(trail);
        trail.write(5);
        Process leader = start(step);
        assertEquals(SequencerProcess.DIED, exit(leader));
        trail.write(2);
        sequenceAll(trail);
        assertSound(trail, 10);
    }

    @Test
    void aLeaderThatWasPausedAndWakesUpDoesNoHarm() throws Exception {
        TestTrail trail = trail();
        Process paused = start("never");
        trail.write(5);
        await(() -> trail.number("select count(*) from trail_leaf") == 5);
        signal(paused, "STOP");
        trail.write(5);
        // The server ends the silent connection, and with it the lock.
        await(() -> {
            Optional<Sequencer> next = begin(trail);
            next.ifPresent(each -> {
                each.step();
                each.close();
            });
            return next.isPresent();
        });
        signal(paused, "CONT");
        assertEquals(SequencerProcess.LOST, exit(paused));
        trail.write(5);
        sequenceAll(trail);
        assertSound(trail, 15);
    }

    private TestTrail trail() {
        return new TestTrail(database, new FileSigningKeys(settings()).current());
    }

    private Settings settings() {
        return Settings.of(Map.of("SEKISHO_DATA", data.toString()));
    }

    private Optional<Sequencer> begin(TestTrail trail) {
        return Sequencer.begin(
                trail.log(),
                TestTrail.ORIGIN,
                List.of(trail.key()),
                new FileCheckpointMemory(settings()),
                Clock.systemUTC());
    }

    /** A leader that died may hold the lock until the server has noticed. */
    private void sequenceAll(TestTrail trail) throws Exception {
        await(() -> {
            Optional<Sequencer> next = begin(trail);
            next.ifPresent(each -> {
                while (each.step() > 0) {
                    // Until nothing waits.
                }
                each.close();
            });
            return next.isPresent();
        });
    }

    private Process start(String step) throws IOException {
        return SequencerProcess.start(
                "jdbc:postgresql://127.0.0.1:" + TestDatabase.get().port() + "/" + name + "?currentSchema=sekisho",
                data,
                step);
    }

    private static int exit(Process process) throws InterruptedException {
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    private static void assertSound(TestTrail trail, int events) throws Exception {
        List<byte[]> leaves = trail.leaves();
        assertEquals(events, leaves.size());
        assertEquals(events, trail.number("select count(*) from trail_event"));
        assertEquals(0, trail.number("select count(*) from trail_outbox"));
        assertEquals(events, new HashSet<>(leaves.stream().map(ByteBuffer::wrap).toList()).size());
        for (Checkpoint checkpoint : trail.checkpoints().values()) {
            GrowingTree tree = new GrowingTree();
            tree.add(leaves.subList(0, (int) checkpoint.size()));
            assertArrayEquals(tree.root(), checkpoint.root(), "of " + checkpoint.size());
        }
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "It never came");
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }
}
