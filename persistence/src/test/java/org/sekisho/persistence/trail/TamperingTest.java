package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.log.LogDamage;
import org.sekisho.domain.trail.log.LogDamaged;
import org.sekisho.domain.trail.log.Tampering;
import org.sekisho.domain.trail.log.TrailAudit;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.proof.log.Checkpoint;

/** What the owner of the database does to the trail, and how it is found and located. Somebody outside holds the checkpoints at 300 and 600. */
class TamperingTest {

    private static final int EVENTS = 700;

    /** Places looked at at a time: these events are three windows. */
    private static final int WINDOW = 256;

    private static int databases;

    private final Databases database = TestDatabase.get().another("tampering_" + ++databases);
    private final TestTrail trail = new TestTrail(database);
    private final List<Checkpoint> outside = new ArrayList<>();

    @BeforeEach
    void sequence() throws Exception {
        trail.write(300);
        trail.sequenceAll();
        trail.write(300);
        trail.sequenceAll();
        outside.addAll(trail.checkpoints().values());
        trail.write(EVENTS - 600);
        trail.sequenceAll();
        assertEquals(List.of(), audit());
    }

    @Test
    void aChangedEventIsFound() throws Exception {
        trail.asOwner(
                "update trail_event set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'done', 'gone'), 'UTF8'), outcome = 'failed'"
                        + " where id = " + event(412));
        assertEquals(List.of("REWRITTEN 300-599", "EVENT_CHANGED 412"), audit());
    }

    @Test
    void aChangedEventIsFoundAlthoughItsHashWasChangedToo() throws Exception {
        trail.asOwner(
                """
                update trail_event set leaf = replace(convert_from(leaf, 'UTF8'), 'done', 'gone')::bytea where id = %1$s;
                update trail_event set leaf_hash = sha256('\\x00'::bytea || leaf) where id = %1$s
                """
                        .formatted(event(0)));
        assertEquals(List.of("EVENT_CHANGED 0", "REWRITTEN 0-299"), audit());
    }

    @Test
    void aDeletedEventIsFound() throws Exception {
        trail.asOwner(
                "alter table trail_leaf drop constraint trail_leaf_event_fkey; delete from trail_event where id = "
                        + event(699));
        assertEquals(List.of("EVENT_DELETED 699"), audit());
    }

    @Test
    void aDeletedPlaceIsFound() throws Exception {
        trail.asOwner(
                """
                create temporary table gone as select event from trail_leaf where index between 10 and 11;
                delete from trail_leaf where index between 10 and 11;
                delete from trail_event where id in (select event from gone)
                """);
        assertEquals(List.of("PLACE_DELETED 10-11"), audit());
    }

    @Test
    void anInsertedEventIsFound() throws Exception {
        trail.asOwner(
                """
                insert into trail_event (id, time, actor, act, outcome, leaf, leaf_hash, changes)
                select gen_random_uuid(), time, actor, act, outcome, leaf, leaf_hash, changes from trail_event limit 1
                """);
        assertEquals(List.of("EVENT_INSERTED 700"), audit());
    }

    @Test
    void anInsertedEventIsFoundAlthoughTheOutboxNamesAnEventThatHasItsPlace() throws Exception {
        trail.asOwner(
                """
                insert into trail_event (id, time, actor, act, outcome, leaf, leaf_hash, changes)
                select gen_random_uuid(), time, actor, act, outcome, leaf, leaf_hash, changes from trail_event limit 1;
                insert into trail_outbox (event, leaf_hash) select id, leaf_hash from trail_event where id = %s
                """
                        .formatted(event(3)));
        assertEquals(List.of("EVENT_INSERTED 700"), audit());
    }

    @Test
    void aPlaceThatNobodySignedIsFound() throws Exception {
        trail.asOwner(
                """
                alter table trail_leaf drop constraint trail_leaf_event_fkey;
                insert into trail_leaf (index, event) values (700, gen_random_uuid())
                """);
        assertEquals(List.of("EVENT_DELETED 700"), audit());
    }

    @Test
    void anEventThatWaitsForItsPlaceIsNoFinding() throws Exception {
        trail.write(3);
        assertEquals(List.of(), audit());
    }

    @Test
    void anEventInAnotherOnesPlaceIsFound() throws Exception {
        trail.asOwner(
                """
                alter table trail_leaf drop constraint trail_leaf_event_key;
                update trail_leaf set event = case index when 5 then %2$s when 650 then %1$s end where index in (5, 650)
                """
                        .formatted(event(5), event(650)));
        assertEquals(List.of("REWRITTEN 0-299", "EVENT_MOVED 5", "EVENT_MOVED 650"), audit());
    }

    @Test
    void aTailThatWasCutIsFoundWithWhatWasSignedOverTheRest() throws Exception {
        trail.asOwner(
                """
                create temporary table gone as select event from trail_leaf where index >= 300;
                delete from trail_checkpoint where size > 300;
                delete from trail_leaf where index >= 300;
                delete from trail_event where id in (select event from gone);
                alter table trail_tile disable trigger tile_only_grows;
                delete from trail_tile where level = 0 and index > 1;
                update trail_tile set hashes = substring(hashes for 44 * 32) where level = 0 and index = 1;
                update trail_tile set hashes = substring(hashes for 32) where level = 1;
                alter table trail_tile enable trigger tile_only_grows
                """);
        assertEquals(List.of("TAIL_CUT 300-599"), audit());
        assertDamage(LogDamage.CUT_BACK);
    }

    @Test
    void aLogThatWasWrittenAnewIsFound() throws Exception {
        writeAnew();
        // Whoever wrote it anew had no key, so that what they signed isn't believed either.
        assertEquals(List.of("REWRITTEN 300-599", "CHECKPOINT_FORGED 699"), audit());
        assertDamage(LogDamage.FORKED);
    }

    @Test
    void aRestoredBackupIsFoundEvenAfterTheLogGrewAgain() throws Exception {
        // As after a restore: what was there at 300, and other events since.
        trail.asOwner(
                """
                create temporary table gone as select event from trail_leaf where index >= 300;
                delete from trail_checkpoint where size > 300;
                delete from trail_leaf where index >= 300;
                delete from trail_event where id in (select event from gone);
                alter table trail_tile disable trigger tile_only_grows;
                delete from trail_tile where level = 0 and index > 1;
                update trail_tile set hashes = substring(hashes for 44 * 32) where level = 0 and index = 1;
                update trail_tile set hashes = substring(hashes for 32) where level = 1;
                alter table trail_tile enable trigger tile_only_grows
                """);
        trail.memory().forget();
        trail.write(400);
        trail.sequenceAll();
        assertEquals(List.of("REWRITTEN 300-599"), audit());
    }

    @Test
    void aTileThatWasChangedIsFound() throws Exception {
        trail.asOwner(
                """
                alter table trail_tile disable trigger tile_only_grows;
                update trail_tile set hashes = overlay(hashes placing sha256('another') from 1 + 32 * 7) where level = 0 and index = 1
                """);
        assertEquals(List.of("EVENT_CHANGED 263"), audit());
    }

    /** The event at 412 is another, and everything above it is made to agree. */
    private void writeAnew() throws Exception {
        trail.asOwner(
                """
                update trail_event set leaf = replace(convert_from(leaf, 'UTF8'), 'done', 'gone')::bytea where id = %1$s;
                update trail_event set leaf_hash = sha256('\\x00'::bytea || leaf) where id = %1$s;
                create temporary table outbox as select l.index, l.event, e.leaf_hash from trail_leaf l join trail_event e on e.id = l.event;
                delete from trail_leaf;
                delete from trail_tile;
                delete from trail_checkpoint;
                insert into trail_outbox select event, leaf_hash from outbox where index < 300 order by index
                """
                        .formatted(event(412)));
        TestTrail forger = new TestTrail(database);
        sequenceInOrder(forger, 300);
        forger.asOwner(
                "insert into trail_outbox select id, leaf_hash from trail_event e where not exists (select from trail_leaf l where l.event = e.id)");
        forger.sequenceAll();
    }

    private void sequenceInOrder(TestTrail forger, int events) throws Exception {
        forger.sequenceAll();
        assertEquals(events, forger.number("select count(*) from trail_leaf"));
    }

    private void assertDamage(LogDamage damage) {
        try {
            trail.sequencer().close();
            throw new AssertionError("It went on");
        } catch (LogDamaged damaged) {
            assertEquals(damage, damaged.damage());
        }
    }

    private String event(int index) throws Exception {
        return "(select event from trail_leaf where index = " + index + ")";
    }

    private List<String> audit() throws Exception {
        try (JdbcLogRecords records = JdbcLogRecords.of(database.owner())) {
            List<Tampering> found = new TrailAudit(
                            records,
                            List.of(trail.key().signer(TestTrail.ORIGIN).verifier()),
                            outside,
                            WINDOW)
                    .run();
            assertTrue(found.size() < TrailAudit.MOST);
            return found.stream()
                    .map(each ->
                            each.kind() + " " + each.first() + (each.last() == each.first() ? "" : "-" + each.last()))
                    .toList();
        }
    }
}
