package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast files are read – unpacked, checked, validated, made findings with their fingerprints – as a share of how fast the same JSON
 * library makes a tree of the same bytes; and that a large file needs no more memory than a small one. Both take turns, so that a busy
 * machine slows both. Runs with {@code mvn verify -Pbenchmark}; not part of the tests, since a clock is no judge of right and wrong. It
 * prints what is wanted and doesn't fail without it, so that the benchmarks of the modules behind it run too.
 */
class IntakeBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    /** Until the compiler has seen enough of both. */
    private static final int WARM_UP = 12;

    private static final double AT_LEAST = 0.3;
    private static final long LARGE_RESULTS = 650_000;
    private static final String HEAP = "-Xmx64m";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void sarifAgainstParsing() throws IOException {
        compare(SourceFormat.SARIF, GeneratedFiles.sarif(20_000));
    }

    @Test
    void csafAgainstParsing() throws IOException {
        compare(SourceFormat.CSAF, GeneratedFiles.csaf(10_000));
    }

    @Test
    void halfAGigabyteOfSarifIsReadInASmallHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Large.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        System.out.print(output);
    }

    private static void compare(SourceFormat format, SourceFile generated) throws IOException {
        byte[] bytes;
        try (InputStream in = generated.open()) {
            bytes = in.readAllBytes();
        }
        long[] parsing = new long[ROUNDS];
        long[] reading = new long[ROUNDS];
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            int round = Math.max(0, i - WARM_UP);
            long begin = System.nanoTime();
            assertTrue(MAPPER.readTree(bytes).isObject());
            parsing[round] = System.nanoTime() - begin;
            begin = System.nanoTime();
            Counted counted = new Counted();
            SourceReaders.of(format, IntakeLimits.USUAL).read(Collected.file(bytes), counted);
            reading[round] = System.nanoTime() - begin;
            assertEquals(0, counted.rejected.get());
        }
        double megabytes = bytes.length / 1e6;
        double ratio = (double) median(parsing) / median(reading);
        System.out.printf(
                "%s, %.1f MB: parsed at %.0f MB/s, read at %.0f MB/s, ratio %.2f; %.1f is wanted%n",
                format,
                megabytes,
                megabytes / (median(parsing) / 1e9),
                megabytes / (median(reading) / 1e9),
                ratio,
                AT_LEAST);
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static final class Counted implements FindingSink {

        private final AtomicLong found = new AtomicLong();
        private final AtomicLong rejected = new AtomicLong();

        @Override
        public void found(long index, Finding finding) {
            found.incrementAndGet();
        }

        @Override
        public void rejected(Rejection rejection) {
            rejected.incrementAndGet();
        }
    }

    /** Reads a large file in a process of its own, whose heap couldn't hold it. */
    static final class Large {

        private Large() {}

        public static void main(String[] arguments) throws IOException {
            AtomicLong size = new AtomicLong();
            SourceFile file =
                    () -> new CountingStream(GeneratedFiles.sarif(LARGE_RESULTS).open(), size);
            Counted counted = new Counted();
            long begin = System.nanoTime();
            SourceReaders.of(SourceFormat.SARIF, IntakeLimits.USUAL).read(file, counted);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (counted.found.get() != LARGE_RESULTS) {
                throw new IllegalStateException("Only " + counted.found + " were found");
            }
            System.out.printf(
                    "SARIF, %.0f MB with %d results: read and made in %.0f s within %s%n",
                    size.get() / 1e6, LARGE_RESULTS, seconds, HEAP);
        }
    }
}
