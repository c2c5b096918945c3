package org.sekisho.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs other programs; those of PostgreSQL refuse to run as root. */
final class Commands {

    private static final long LIMIT_SECONDS = 120;

    /** Settings of a C library or of libpq that would change how the programs behave or in which language they answer. */
    private static final List<String> DISTURBING = List.of("PG", "LC_");

    private final List<String> prefix;

    private Commands(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * As root the programs run in a user namespace in which this user is nobody: they accept that, and the files still belong to root.
     *
     * @param folder one that this process created, which tells who runs it
     * @throws StartRefusal when this is root and the system allows no user namespaces, as container engines do by default
     */
    static Commands of(Path folder) throws IOException {
        if (!isRoot(folder)) {
            return new Commands(List.of());
        }
        List<String> namespace = List.of("unshare", "-U");
        if (onPath("unshare").isEmpty()
                || !new Commands(namespace).run(Map.of(), "true").succeeded()) {
            throw new StartRefusal(StartError.ROOT_WITHOUT_NAMESPACES);
        }
        return new Commands(namespace);
    }

    /** For programs that run as whoever runs this one. */
    static Commands ofThisUser() {
        return new Commands(List.of());
    }

    /** What a program said and how it ended. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs a program to its end. */
    Outcome run(Map<String, String> environment, String... command) throws IOException {
        Process process = builder(environment, List.of(command)).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command[0] + " did not end: " + output);
            }
            return new Outcome(process.exitValue(), output);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /**
     * Starts a program that goes on running. Where the system has {@code setsid} it gets a session of its own, so that Ctrl+C in the
     * terminal reaches the launcher alone, which then ends everything in order.
     */
    Process start(Map<String, String> environment, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        onPath("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
        whole.addAll(prefix);
        whole.addAll(command);
        return builderOf(environment, whole).start();
    }

    private ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return builderOf(environment, whole);
    }

    private static ProcessBuilder builderOf(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith(Settings.PREFIX) || DISTURBING.stream().anyMatch(name::startsWith));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        builder.environment().putAll(environment);
        return builder;
    }

    private static boolean isRoot(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return false;
        }
        Path probe = Files.createTempFile(folder, "who", "");
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.delete(probe);
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
