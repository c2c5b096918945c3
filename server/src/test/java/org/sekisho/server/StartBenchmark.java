package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a start takes, as a share of what the plain server takes without any application. Both take turns, so that a busy machine
 * slows both. Runs with {@code mvn verify -Pbenchmark}; not part of the tests, since a clock is no judge of right and wrong.
 */
class StartBenchmark {

    private static final Path JAR = Path.of(System.getProperty("sekisho.jar", "target/sekisho.jar"));
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double AT_MOST = 0.8;

    @TempDir
    private Path folder;

    @Test
    void theSecondStartTakesAtMostFourFifthsOfThePlainServers() throws Exception {
        Path server = folder.resolve("payara-micro.jar");
        try (Payload payload = new Payload(JAR);
                InputStream content = payload.open(Payload.SERVER)) {
            Files.copy(content, server);
        }
        print("first start", start());
        List<Duration> plain = new ArrayList<>();
        List<Duration> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            plain.add(plain(server));
            print("plain server", plain.get(round));
            ours.add(start());
            print("start", ours.get(round));
        }
        double ratio = (double) median(ours).toMillis() / median(plain).toMillis();
        System.out.printf(
                "medians %d ms / %d ms = %.2f%n",
                median(ours).toMillis(), median(plain).toMillis(), ratio);
        assertTrue(ratio <= AT_MOST, "at most " + AT_MOST + ", was " + ratio);
    }

    private Duration start() throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(
                "SEKISHO_DATA", folder.resolve("data").toString(),
                "SEKISHO_PORT", Integer.toString(PortCheck.free()));
        long begin = System.nanoTime();
        try (SekishoProcess sekisho = SekishoProcess.start(JAR, variables).awaitLine("Sekisho is ready")) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            sekisho.terminate();
            return taken;
        }
    }

    private static Duration plain(Path server) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        JavaProgram.path(), "-jar", server.toString(), "--port", Integer.toString(PortCheck.free()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> ready =
                    lines.lines().filter(line -> line.contains("ready in")).findFirst();
            assertTrue(ready.isPresent(), "the plain server starts");
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String what, Duration taken) {
        System.out.printf("%-12s %6d ms%n", what, taken.toMillis());
    }
}
