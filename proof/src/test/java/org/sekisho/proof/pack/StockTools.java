package org.sekisho.proof.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs tools that every auditor has; what they say is left unread. */
public final class StockTools {

    private StockTools() {}

    /** What it ended with. */
    public static int run(Path folder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("Hangs: " + command);
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** Skips the test where the tool is absent. */
    public static void assume(Path folder, String... command) {
        try {
            Assumptions.assumeTrue(run(folder, List.of(command)) == 0, command[0] + " is not here");
        } catch (IOException absent) {
            Assumptions.abort(command[0] + " is not here");
        }
    }
}
