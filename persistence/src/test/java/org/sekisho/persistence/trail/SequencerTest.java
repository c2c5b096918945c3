package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.log.LeadLost;
import org.sekisho.domain.trail.log.LogDamage;
import org.sekisho.domain.trail.log.LogDamaged;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.GrowingTree;

/** The order of the log and the checkpoints over it, on a real database. */
class SequencerTest {

    private static int databases;

    private final TestTrail trail = new TestTrail(TestDatabase.get().another("sequencer_" + ++databases));

    @Test
    void everyEventGetsAPlaceUnderASignedCheckpoint() throws Exception {
        trail.write(300);
        trail.sequenceAll();
        trail.write(5);
        trail.sequenceAll();

        assertEquals(0, trail.number("select count(*) from trail_outbox"));
        assertEquals(Set.of(300L, 305L), trail.checkpoints().keySet());
        assertRootsAreOfTheLeaves();
    }

    @Test
    void whatIsCommittedLateIsNotSkipped() throws Exception {
        Set<UUID> written = new HashSet<>();
        try (Connection early = trail.writer();
                Connection late = trail.writer();
                Sequencer sequencer = trail.sequencer()) {
            for (int round = 0; round < 20; round++) {
                // Written first and committed last: its id and its time are behind what is sequenced already.
                written.add(TestTrail.write(late));
                written.add(TestTrail.write(early));
                early.commit();
                assertEquals(1, sequencer.step());
                late.commit();
                assertEquals(1, sequencer.step());
            }
        }
        assertEquals(written.size(), trail.leaves().size());
        assertEquals(0, trail.number("select count(*) from trail_outbox"));
        assertRootsAreOfTheLeaves();
    }

    @Test
    void whatIsUndoneNeverGetsAPlace() throws Exception {
        try (Connection writer = trail.writer();
                Sequencer sequencer = trail.sequencer()) {
            TestTrail.write(writer);
            writer.rollback();
            assertEquals(0, sequencer.step());
        }
        assertEquals(List.of(), trail.leaves());
    }

    @Test
    void oneLeadsAtATime() {
        try (Sequencer first = trail.sequencer()) {
            assertTrue(trail.log().lead(TestTrail.ORIGIN).isEmpty());
            assertEquals(0, first.step());
        }
        trail.sequencer().close();
    }

    @Test
    void whoseConnectionWasLostLeadsNoMore() throws Exception {
        trail.write(3);
        try (Sequencer first = trail.sequencer()) {
            first.step();
            trail.asAdministrator("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            trail.write(3);
            assertThrows(LeadLost.class, first::step);
            try (Sequencer second = trail.sequencer()) {
                assertEquals(3, second.step());
            }
        }
        assertRootsAreOfTheLeaves();
    }

    @Test
    void anOldEpochStoresNothing() throws Exception {
        trail.write(3);
        try (Sequencer paused = trail.sequencer()) {
            paused.step();
            trail.write(2);
            // As if the lock had been lost without the paused one noticing it.
            trail.asOwner("update sekisho.trail_log set epoch = epoch + 1");
            assertThrows(LeadLost.class, paused::step);
        }
        assertEquals(2, trail.number("select count(*) from trail_outbox"));
        assertEquals(Set.of(3L), trail.checkpoints().keySet());
        trail.sequenceAll();
        assertEquals(Set.of(3L, 5L), trail.checkpoints().keySet());
        assertRootsAreOfTheLeaves();
    }

    @Test
    void nothingIsSignedOverADatabaseThatWasSetBack() throws Exception {
        trail.write(10);
        trail.sequenceAll();
        trail.write(10);
        trail.sequenceAll();
        trail.asOwner(
                """
                delete from sekisho.trail_checkpoint where size > 10;
                delete from sekisho.trail_leaf where index >= 10;
                delete from sekisho.trail_tile;
                """);
        assertDamage(LogDamage.TILE_MISSING);
        restoreTiles(10);
        assertDamage(LogDamage.CUT_BACK);
    }

    @Test
    void nothingIsSignedOverALogThatWasWrittenAnew() throws Exception {
        trail.write(10);
        trail.sequenceAll();
        trail.asOwner(
                """
                update sekisho.trail_event set leaf_hash = sha256('another') where id = (select event from sekisho.trail_leaf where index = 4);
                delete from sekisho.trail_checkpoint;
                delete from sekisho.trail_tile;
                insert into sekisho.trail_outbox select event, e.leaf_hash from sekisho.trail_leaf l join sekisho.trail_event e on e.id = l.event;
                delete from sekisho.trail_leaf;
                """);
        assertDamage(LogDamage.CUT_BACK);
    }

    @Test
    void nothingIsSignedOverTilesThatDiffer() throws Exception {
        trail.write(10);
        trail.sequenceAll();
        trail.asOwner(
                """
                alter table sekisho.trail_tile disable trigger tile_only_grows;
                update sekisho.trail_tile set hashes = overlay(hashes placing sha256('another') from 1);
                alter table sekisho.trail_tile enable trigger tile_only_grows;
                """);
        assertDamage(LogDamage.ROOT_DIFFERS);
    }

    @Test
    void nothingIsSignedWhereAnEventLostItsPlace() throws Exception {
        trail.write(10);
        trail.sequenceAll();
        trail.asOwner("delete from sekisho.trail_leaf where index = 9");
        assertDamage(LogDamage.INDEX_DIFFERS);
    }

    @Test
    void aTileIsNeverReplacedByAnother() throws Exception {
        trail.write(10);
        trail.sequenceAll();
        assertThrows(
                SQLException.class, () -> trail.asOwner("update sekisho.trail_tile set hashes = sha256('another')"));
    }

    private void assertDamage(LogDamage damage) {
        LogDamaged damaged =
                assertThrows(LogDamaged.class, () -> trail.sequencer().close());
        assertEquals(damage, damaged.damage());
        trail.log().lead(TestTrail.ORIGIN).orElseThrow().close();
    }

    private void restoreTiles(int size) throws Exception {
        byte[] hashes = new byte[size * 32];
        List<byte[]> leaves = trail.leaves();
        for (int i = 0; i < size; i++) {
            System.arraycopy(leaves.get(i), 0, hashes, i * 32, 32);
        }
        trail.asOwner("insert into sekisho.trail_tile values (0, 0, '\\x"
                + HexFormat.of().formatHex(hashes) + "')");
    }

    private void assertRootsAreOfTheLeaves() throws Exception {
        List<byte[]> leaves = trail.leaves();
        List<Checkpoint> checkpoints = new ArrayList<>(trail.checkpoints().values());
        assertTrue(checkpoints.size() > 0);
        for (Checkpoint checkpoint : checkpoints) {
            GrowingTree tree = new GrowingTree();
            tree.add(leaves.subList(0, (int) checkpoint.size()));
            assertArrayEquals(tree.root(), checkpoint.root(), "of " + checkpoint.size());
        }
    }
}
