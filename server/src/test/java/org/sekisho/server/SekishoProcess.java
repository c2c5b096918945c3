package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The built jar as a process, with what it prints. */
public final class SekishoProcess implements AutoCloseable {

    /** Longer than the launcher waits for the portal, so that a start on a busy machine is given up by the launcher, with its reason. */
    static final Duration LIMIT = Duration.ofMinutes(12);

    /** The same for a browser. */
    public static final double PATIENCE_MILLIS = LIMIT.toMillis();

    private final Process process;
    private final List<String> output = new ArrayList<>();

    private SekishoProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of Sekisho");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the jar with these variables and none of the test's own. */
    static SekishoProcess start(Path jar, Map<String, String> variables, String... arguments) throws IOException {
        return startBy(List.of(), jar, variables, arguments);
    }

    /** The same by a command that becomes the process: what it is given is the program to run and its arguments. */
    static SekishoProcess startBy(List<String> starter, Path jar, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(JavaProgram.path(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SEKISHO_") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(variables);
        return new SekishoProcess(builder.start());
    }

    /** The Java that runs this test. */
    public static String java() {
        return JavaProgram.path();
    }

    /** Waits until it prints a line that holds these words. */
    public SekishoProcess awaitLine(String words) throws InterruptedException {
        Deadline deadline = Deadline.in(LIMIT);
        synchronized (output) {
            while (output.stream().noneMatch(line -> line.contains(words))) {
                if (deadline.isOver() || !process.isAlive()) {
                    fail("Never said “" + words + "”: " + output);
                }
                output.wait(50);
            }
        }
        return this;
    }

    /** Waits until it ends by itself, and answers how. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            fail("Never ended: " + output());
        }
        return process.exitValue();
    }

    /** Sends SIGTERM, and answers how it ended. */
    public int terminate() throws InterruptedException {
        // By its handle: Process.destroy would also close the pipe with the last words.
        process.toHandle().destroy();
        return awaitEnd();
    }

    /** Sends SIGKILL, and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    public long id() {
        return process.pid();
    }

    public ProcessHandle portal() {
        return child("java");
    }

    public ProcessHandle database() {
        return child("postgres");
    }

    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Deadline deadline = Deadline.in(LIMIT);
        while (!condition.getAsBoolean()) {
            if (deadline.isOver()) {
                fail("Never came true: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    static void awaitReady(int port) throws InterruptedException {
        Optional<String> missing = new Readiness(URI.create("http://127.0.0.1:" + port)).await(LIMIT, () -> true);
        missing.ifPresent(answer -> fail("Not ready: " + answer));
    }

    private ProcessHandle child(String program) {
        return process.children()
                .filter(child -> child.info().command().orElse("").endsWith("/" + program))
                .findFirst()
                .orElseThrow();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                    output.notifyAll();
                }
            }
        } catch (IOException ended) {
            synchronized (output) {
                output.add(String.valueOf(ended.getMessage()));
            }
        }
    }

    /** Leaves nothing behind, whatever the test came to. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.children().toList();
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
