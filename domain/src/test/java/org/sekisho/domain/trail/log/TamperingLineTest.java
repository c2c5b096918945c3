package org.sekisho.domain.trail.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.log.Tampering.Kind;

class TamperingLineTest {

    @Test
    void aFindingIsReadAsItWasKept() {
        for (Tampering each : List.of(
                new Tampering(Kind.EVENT_CHANGED, 412, 412, Optional.of(UUID.randomUUID())),
                new Tampering(Kind.TAIL_CUT, 0, Long.MAX_VALUE, Optional.empty()))) {
            assertEquals(each, Tampering.parse(each.line()));
        }
    }

    @Test
    void anotherLineIsNone() {
        for (String line : List.of("", "TAIL_CUT", "TAIL_CUT 1", "SOLD 1 2", "TAIL_CUT 1 2 3", "TAIL_CUT one two")) {
            assertThrows(IllegalArgumentException.class, () -> Tampering.parse(line), line);
        }
    }
}
