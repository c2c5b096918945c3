package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A start that ends by itself, with the sentence that names its cause. */
final class RefusedStart {

    /** Takes seconds, more on a busy machine, and never as long as a portal is waited for. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String STARTING = "Sekisho is starting; ";

    private RefusedStart() {}

    /** Starts the jar, and requires that it ends soon with this exit code and with this sentence alone. */
    static void assertRefused(
            Path jar, Map<String, String> variables, int exitCode, String sentence, String... arguments)
            throws IOException, InterruptedException {
        assertRefusedBy(List.of(), jar, variables, exitCode, sentence, arguments);
    }

    /** The same by a command that becomes the process. */
    static void assertRefusedBy(
            List<String> starter,
            Path jar,
            Map<String, String> variables,
            int exitCode,
            String sentence,
            String... arguments)
            throws IOException, InterruptedException {
        Deadline soon = Deadline.in(SOON);
        try (SekishoProcess sekisho = SekishoProcess.startBy(starter, jar, variables, arguments)) {
            int ended = sekisho.awaitEnd();
            assertFalse(soon.isOver(), sekisho.output());
            List<String> said = sekisho.output()
                    .lines()
                    .filter(line -> !line.startsWith(STARTING))
                    .toList();
            assertEquals(List.of(sentence), said);
            assertEquals(exitCode, ended, sentence);
        }
    }
}
