package org.sekisho.ejb.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.proof.log.Checkpoint;

class CoveringCheckpointTest {

    private static final String ORIGIN = "sekisho.example/trail";
    private static final String SIGNED = "\n\u2014 " + ORIGIN + " AAAAAAAA\n";

    private final Map<UUID, Long> log = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private long latest;
    private long cosigned;
    private int pauses;

    @Test
    void thePlaceOfEveryEventCountsWhereverItStandsInThePack() throws IOException {
        CoveringCheckpoint covering = covering(false);
        UUID early = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        // The first of the pack was committed last.
        log.put(early, 41L);
        log.put(last, 7L);
        latest = 42;
        covering.add(List.of(early));
        covering.add(List.of(last));
        assertEquals(2, covering.events());
        assertEquals(42, covering.find().orElseThrow().checkpoint().size());
        assertEquals(0, pauses);
    }

    @Test
    void anEventOfAnyBatchIsWaitedForUntilItHasItsPlace() throws IOException {
        CoveringCheckpoint covering = covering(false);
        UUID late = UUID.randomUUID();
        UUID known = UUID.randomUUID();
        log.put(known, 3L);
        latest = 4;
        covering.add(List.of(late));
        covering.add(List.of(known));
        later.add(() -> {});
        later.add(() -> {
            log.put(late, 4L);
            latest = 5;
        });
        assertEquals(5, covering.find().orElseThrow().checkpoint().size());
        assertEquals(2, pauses);
    }

    @Test
    void whereNobodySignsThereIsNoneInsteadOfOneThatProvesHalf() {
        CoveringCheckpoint covering = covering(false);
        UUID known = UUID.randomUUID();
        log.put(known, 3L);
        latest = 4;
        covering.add(List.of(known, UUID.randomUUID()));
        assertThrows(NotCoveredException.class, covering::find);
        assertTrue(pauses > 10);
    }

    @Test
    void aCheckpointThatCoversTooFewIsNone() {
        CoveringCheckpoint covering = covering(false);
        UUID event = UUID.randomUUID();
        log.put(event, 9L);
        latest = 9;
        covering.add(List.of(event));
        assertThrows(NotCoveredException.class, covering::find);
    }

    @Test
    void aPackWithoutEventsNeedsNone() throws IOException {
        latest = 4;
        assertEquals(Optional.empty(), covering(true).find());
        assertEquals(0, pauses);
    }

    @Test
    void theCheckpointThatAWitnessCosignedIsWaitedForAndTaken() throws IOException {
        CoveringCheckpoint covering = covering(true);
        UUID event = UUID.randomUUID();
        log.put(event, 9L);
        latest = 12;
        cosigned = 8;
        covering.add(List.of(event));
        later.add(() -> cosigned = 11);
        SignedCheckpoint found = covering.find().orElseThrow();
        assertEquals(11, found.checkpoint().size());
        assertEquals(1, CoveringCheckpoint.witnesses(found));
        assertEquals(1, pauses);
    }

    @Test
    void theLatestDoesWhereNoWitnessAnswersInTime() throws IOException {
        CoveringCheckpoint covering = covering(true);
        UUID event = UUID.randomUUID();
        log.put(event, 9L);
        latest = 12;
        covering.add(List.of(event));
        assertEquals(12, covering.find().orElseThrow().checkpoint().size());
    }

    private CoveringCheckpoint covering(boolean witnessed) {
        return new CoveringCheckpoint(
                events -> {
                    Map<UUID, Long> found = new HashMap<>(log);
                    found.keySet().retainAll(events);
                    return found;
                },
                size -> Optional.of(checkpoint(cosigned >= size ? cosigned : latest, cosigned >= size)),
                witnessed,
                () -> {
                    pauses++;
                    if (!later.isEmpty()) {
                        later.remove(0).run();
                    }
                });
    }

    private static SignedCheckpoint checkpoint(long size, boolean cosigned) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, size, new byte[32]);
        String note = checkpoint.text() + SIGNED + (cosigned ? "\u2014 witness.example AAAAAAAA\n" : "");
        return new SignedCheckpoint(checkpoint, Instant.EPOCH, "SHA256:x", note.getBytes(StandardCharsets.UTF_8));
    }
}
