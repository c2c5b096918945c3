package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.IntakeProgress;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;

/** Whoever reads a file is heard of as long as bytes come, and no longer. */
class ReadingProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(40);

    private final Ticking clock = new Ticking();
    private final List<Instant> heard = new ArrayList<>();
    private final List<IntakeProgress> told = new ArrayList<>();

    @Test
    void aSlowReaderIsHeardOfLongBeforeItsLeaseEnds() throws IOException {
        // Half a megabyte before the only result, and each piece of it comes late.
        String rules = "{\"id\":\"R\"},".repeat(50_000) + "{\"id\":\"R1\"}";
        byte[] file = ("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\",\"rules\":[" + rules
                        + "]}},\"results\":[{\"ruleId\":\"R1\",\"message\":{\"text\":\"late\"}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
        ReadingProgress progress = new ReadingProgress(clock, this::hear);
        Collected found = new Collected();
        SourceReaders.of(SourceFormat.SARIF, IntakeLimits.USUAL)
                .read(() -> new CountedStream(new Slow(file), progress), found);
        assertEquals(1, found.received());
        Duration taken = Duration.between(NOW, clock.now);
        assertTrue(taken.compareTo(Intake.LEASE) > 0, "It took " + taken);
        Instant before = NOW;
        for (Instant each : heard) {
            assertTrue(
                    Duration.between(before, each).compareTo(Intake.LEASE.dividedBy(2)) < 0,
                    "Silent from " + before + " to " + each);
            before = each;
        }
        assertTrue(Duration.between(before, clock.now).compareTo(Intake.LEASE) < 0);
        assertEquals(0, told.get(0).items());
        assertTrue(told.get(told.size() - 1).bytes() > told.get(0).bytes());
    }

    @Test
    void aBatchIsASignOfLifeItself() {
        ReadingProgress progress = new ReadingProgress(clock, this::hear);
        clock.pass(Intake.SIGN_OF_LIFE.minusSeconds(1));
        assertEquals(new IntakeProgress(200, 0), progress.staged(200));
        clock.pass(Intake.SIGN_OF_LIFE.minusSeconds(1));
        progress.read(10);
        assertEquals(List.of(), heard);
        clock.pass(Duration.ofSeconds(1));
        progress.read(10);
        assertEquals(List.of(new IntakeProgress(200, 20)), told);
    }

    @Test
    void aClockThatIsSetBackSilencesNobody() {
        ReadingProgress progress = new ReadingProgress(clock, this::hear);
        clock.pass(Duration.ofHours(-2));
        progress.read(1);
        progress.read(1);
        assertEquals(1, heard.size());
    }

    @Test
    void whoeverWasTakenOverFromStopsReading() {
        Consumer<IntakeProgress> takenOver = progress -> {
            throw new Refusal(IntakeError.TAKEN_OVER);
        };
        ReadingProgress progress = new ReadingProgress(clock, takenOver);
        byte[] file = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        Refusal refusal = assertThrows(Refusal.class, () -> SourceReaders.of(SourceFormat.SARIF, IntakeLimits.USUAL)
                .read(() -> new CountedStream(new Slow(file), progress), new Collected()));
        assertEquals(IntakeError.TAKEN_OVER, refusal.code());
    }

    private void hear(IntakeProgress progress) {
        heard.add(clock.now);
        told.add(progress);
    }

    /** Takes its time for every piece. */
    private final class Slow extends FilterInputStream {

        Slow(byte[] file) {
            super(new ByteArrayInputStream(file));
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            clock.pass(BETWEEN_READINGS);
            return super.read(into, offset, length);
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
