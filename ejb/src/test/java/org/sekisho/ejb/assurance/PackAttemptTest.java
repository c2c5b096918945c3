package org.sekisho.ejb.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.pack.BuiltPack;
import org.sekisho.domain.shared.Refusal;

/** What becomes of a pack after one attempt at building it. */
class PackAttemptTest {

    private static final BuiltPack BUILT =
            new BuiltPack("b", 1, "0".repeat(64), "1".repeat(64), "SHA256:x", Optional.empty(), Optional.empty());

    private final List<String> said = new ArrayList<>();

    @Test
    void whatIsWrittenIsComplete() {
        attempt(1, order -> BUILT);
        assertEquals(List.of("complete"), said);
    }

    /** As while a time-stamping authority is silent: the lease runs out, and the pack is taken up again. */
    @Test
    void aPackWhoseEventsNoCheckpointCoversIsNeitherReadyNorFailedBeforeTheLastAttempt() {
        attempt(1, order -> {
            throw new NotCoveredException(3);
        });
        attempt(1, order -> {
            throw new IOException("The time-stamping authority answers 503");
        });
        assertEquals(List.of(), said);
    }

    @Test
    void afterTheLastAttemptItSaysThatItsEventsCouldNotBeProven() {
        attempt(5, order -> {
            throw new NotCoveredException(3);
        });
        assertEquals(List.of(AssuranceError.PACK_NOT_COVERED.code()), said);
    }

    @Test
    void aRefusalFailsAtOnceAndALostLeaseIsAnothersPack() {
        attempt(1, order -> {
            throw new Refusal(AssuranceError.PACK_INCOMPLETE);
        });
        attempt(1, order -> {
            throw new Refusal(AssuranceError.PACK_LEASE_LOST);
        });
        assertEquals(List.of(AssuranceError.PACK_INCOMPLETE.code()), said);
    }

    private void attempt(int number, PackAttempt.Building building) {
        BuildOrder order = new BuildOrder(
                new UUID(0, 1),
                number,
                number == 5,
                new UUID(0, 2),
                "AUD-1-0",
                "AUD-1",
                Instant.EPOCH,
                7,
                "0".repeat(64),
                "AMBER",
                1,
                1,
                Optional.empty());
        new PackAttempt(building, (which, built) -> said.add("complete"), (which, why) -> said.add(why.code()))
                .make(order);
    }
}
