package org.sekisho.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Programs of the machine, run in a folder as a person at a terminal runs them. */
public final class Shell {

    private Shell() {}

    /**
     * How a program ended.
     *
     * @param text what it printed, without white space around it
     */
    public record Said(int code, String text) {

        public boolean isDone() {
            return code == 0;
        }
    }

    public static Said run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // The Java that runs the test, wherever the machine's own is.
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (before, ours) -> ours + File.pathSeparator + before);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text.strip());
    }

    /** Lines of a page of instructions, one after the other; the first that fails ends it. */
    public static Said lines(Path folder, String commands) throws IOException, InterruptedException {
        return run(folder, "bash", "-e", "-o", "pipefail", "-c", commands);
    }
}
