package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.server.ExternalDatabase.Credentials;

/**
 * The PostgreSQL of an installation that has no other: its files in the data folder, reachable on the loopback address only and
 * with a password only, with the durability of a real database. Whatever ended the last run, the next start brings it up again; when
 * its process dies during a run, it is started again on the same port.
 */
final class EmbeddedPostgres {

    static final String SUPERUSER = "postgres";
    /** Recovery after a crash replays the log since the last checkpoint: a minute or two on a slow disk. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** How long a server that ends at once is started again. */
    private static final Duration RETRY_LIMIT = Duration.ofSeconds(15);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(250);

    /** What recovery wants at least: its end writes a checkpoint, and a segment of its log has 16 MiB. */
    private static final long ROOM_BYTES = 64L << 20;

    private static final Duration PROBE_PAUSE = Duration.ofMillis(25);
    private static final int STOP_SECONDS = 60;

    private final PostgresPrograms programs;
    private final Folders folders;
    private final Secrets secrets;
    private final Commands commands;
    private final ProcessLog log;
    private final int port;
    private final Credentials probe;

    private @Nullable Process server;
    private boolean stopping;

    /** @param port TCP port of the loopback address */
    EmbeddedPostgres(PostgresPrograms programs, Folders folders, Secrets secrets, int port) throws IOException {
        this.programs = programs;
        this.folders = folders;
        this.secrets = secrets;
        this.commands = Commands.of(folders.runtime());
        this.log = new ProcessLog(folders.logs(), "database");
        this.port = port;
        this.probe = new Credentials(DatabaseSetup.OWNER, secrets.password(DatabaseSetup.OWNER));
    }

    /** The JDBC address of a database of the server on this port. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Ends what an earlier run left behind, creates the database's files if there are none, and starts the server. */
    void start() throws IOException, InterruptedException {
        Optional<String> major = major();
        if (major.isEmpty()) {
            initialise();
        } else if (!major.get().equals(Version.postgresMajor())) {
            throw new StartRefusal(
                    StartError.DATABASE_OF_OTHER_VERSION,
                    major.get(),
                    Version.postgresMajor(),
                    folders.database().toString());
        }
        stopLeftOver();
        spawnUntilReady();
    }

    /**
     * Starts the server again whenever it dies by itself. A full disk is waited for, since it has room again when somebody makes
     * some.
     *
     * @param listener is told once when it can't be started again
     * @param full is told each time it waits for room
     */
    void supervise(Consumer<StartRefusal> listener, Runnable full) {
        Thread guard = new Thread(() -> guard(listener, full), "guard of the database");
        guard.setDaemon(true);
        guard.start();
    }

    /** Ends the server after its running transactions were broken off; nothing that was committed is lost. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = server;
        }
        if (running != null && running.isAlive()) {
            stopFast();
            try {
                if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                running.destroyForcibly();
            }
        }
        log.close();
    }

    private Optional<String> major() throws IOException {
        Path file = folders.database().resolve("PG_VERSION");
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    private void initialise() throws IOException {
        Path draft = folders.database().resolveSibling("database.new");
        PrivateFiles.remove(draft);
        Commands.Outcome outcome = commands.run(
                Map.of(),
                programs.program("initdb"),
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + secrets.file(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
        Log.info(outcome.output());
        if (!outcome.succeeded()) {
            throw new StartRefusal(
                    StartError.DATABASE_DID_NOT_START, folders.launcherLog().toString());
        }
        Files.move(draft, folders.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopLeftOver() throws IOException {
        Path file = folders.database().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        if (stopFast().succeeded()) {
            return;
        }
        // The process of that number may be somebody else's by now, and PostgreSQL would wait for it forever.
        Optional<ProcessHandle> process = Files.readAllLines(file).stream()
                .findFirst()
                .filter(number -> number.strip().matches("[0-9]+"))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number.strip())));
        if (process.isPresent()
                && !process.get().info().command().orElse("postgres").contains("postgres")) {
            Files.delete(file);
        }
    }

    private Commands.Outcome stopFast() {
        try {
            Commands.Outcome outcome = commands.run(
                    Map.of(),
                    programs.program("pg_ctl"),
                    "stop",
                    "--pgdata=" + folders.database(),
                    "--mode=fast",
                    "--wait",
                    "--timeout=" + STOP_SECONDS);
            Log.info(outcome.output());
            return outcome;
        } catch (IOException failure) {
            Log.warn("pg_ctl could not be run", failure);
            return new Commands.Outcome(-1, "");
        }
    }

    private synchronized Process spawn() throws IOException {
        if (stopping) {
            throw new IOException("Stopping");
        }
        Process process = commands.start(
                Map.of(),
                List.of(
                        programs.program("postgres"),
                        "-D" + folders.database(),
                        "-clisten_addresses=127.0.0.1",
                        "-cport=" + port,
                        "-cunix_socket_directories=",
                        "-cpassword_encryption=scram-sha-256",
                        "-cfsync=on",
                        "-csynchronous_commit=on",
                        "-cfull_page_writes=on",
                        "-ctimezone=UTC",
                        "-clog_timezone=UTC",
                        "-clogging_collector=off"));
        log.follow(process, line -> {});
        server = process;
        return process;
    }

    /** After a kill -9 the old server's children may hold its memory for a moment; the new one refuses to start until they are gone. */
    private void spawnUntilReady() throws IOException, InterruptedException {
        Deadline ready = Deadline.in(START_LIMIT);
        Deadline retries = Deadline.in(RETRY_LIMIT);
        Process process = spawn();
        while (!Connections.answers(url(port, DatabaseSetup.DATABASE), probe)) {
            boolean ended = process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            if (ready.isOver() || (ended && retries.isOver())) {
                throw new StartRefusal(
                        StartError.DATABASE_DID_NOT_START, folders.databaseLog().toString());
            }
            if (ended) {
                TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE.toMillis());
                process = spawn();
            }
        }
    }

    private void guard(Consumer<StartRefusal> listener, Runnable full) {
        try {
            while (true) {
                Process running = current();
                int exitCode = running.waitFor();
                if (isStopping()) {
                    return;
                }
                Log.info("PostgreSQL ended by itself with " + exitCode + "; starting it again");
                startAgain(full);
            }
        } catch (IOException | StartRefusal failure) {
            if (!isStopping()) {
                listener.accept(new StartRefusal(
                        failure, StartError.DATABASE_LOST, folders.databaseLog().toString()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain(Runnable full) throws IOException, InterruptedException {
        while (true) {
            awaitRoom(full);
            try {
                spawnUntilReady();
                return;
            } catch (StartRefusal refusal) {
                if (hasRoom()) {
                    throw refusal;
                }
            }
        }
    }

    private void awaitRoom(Runnable full) throws IOException, InterruptedException {
        if (hasRoom()) {
            return;
        }
        full.run();
        while (!hasRoom() && !isStopping()) {
            TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE.toMillis());
        }
    }

    private boolean hasRoom() throws IOException {
        return Files.getFileStore(folders.database()).getUsableSpace() >= ROOM_BYTES;
    }

    private synchronized Process current() {
        if (server == null) {
            throw new IllegalStateException("Not started");
        }
        return server;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }
}
