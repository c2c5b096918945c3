package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildProgressTest {

    private static final Instant BEGUN = Instant.parse("2026-11-24T05:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1204, 3100, 67", "1830, 4599, 99", "1830, 4600, 100"})
    void percentFollowsTheBytesAndIsHundredOnlyAtTheEnd(int files, long bytes, int percent) {
        assertEquals(percent, new BuildProgress(files, 1830, bytes, 4600, 0, 0).percent());
    }

    @Test
    void emptyFilesAreCountedByNumber() {
        assertEquals(50, new BuildProgress(1, 2, 0, 0, 0, 0).percent());
    }

    @Test
    void timeLeftFollowsTheRateSoFar() {
        BuildProgress progress = new BuildProgress(1204, 1830, 3_000, 4_000, 0, 0);
        assertEquals(Optional.of(Duration.ofSeconds(20)), progress.left(BEGUN, BEGUN.plusSeconds(60)));
    }

    @Test
    void provingMovesTheBarBeforeAnythingIsWritten() {
        BuildProgress proving = new BuildProgress(0, 3, 0, 15_000, 5, 10);
        assertTrue(proving.isProving());
        assertEquals(25, proving.percent());
        assertEquals(Optional.of(Duration.ofSeconds(30)), proving.left(BEGUN, BEGUN.plusSeconds(10)));
        BuildProgress proven = new BuildProgress(0, 3, 0, 15_000, 10, 10);
        assertFalse(proven.isProving());
        assertEquals(50, proven.percent());
        assertEquals(100, new BuildProgress(3, 3, 15_000, 15_000, 10, 10).percent());
    }

    @Test
    void thereIsNoEstimateFromNothing() {
        assertEquals(Optional.empty(), new BuildProgress(0, 2, 0, 300, 0, 0).left(BEGUN, BEGUN.plusSeconds(60)));
        assertEquals(Optional.empty(), new BuildProgress(1, 2, 100, 300, 0, 0).left(BEGUN, BEGUN.plusSeconds(1)));
    }
}
