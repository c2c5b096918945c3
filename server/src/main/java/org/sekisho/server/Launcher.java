package org.sekisho.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sekisho.server.ExternalDatabase.Credentials;

/**
 * Brings up the database and the portal side by side, keeps them running, and ends them in the opposite order. {@link #stop} may be
 * called at any moment, also in the midst of a start.
 */
final class Launcher {

    /** The first start of the demo regime fills the database through the use cases. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(10);

    /** A portal whose launcher was killed notices within milliseconds, unless the machine is very busy. */
    private static final int LEFT_OVER_SECONDS = 20;

    private final Settings settings;
    private final Console console;

    private final Object ending = new Object();

    private @Nullable DataLock lock;
    private @Nullable PortalDatabase database;
    private @Nullable Portal portal;
    private boolean stopping;

    Launcher(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Starts everything and returns only when something ended by itself: with its reason. */
    StartRefusal run() throws IOException, InterruptedException {
        checkPort();
        Folders folders = Folders.prepare(settings);
        take(DataLock.take(folders.lock()));
        Log.writeTo(folders.logs());
        console.say("starting", folders.data().toString());
        CompletableFuture<StartRefusal> lost = new CompletableFuture<>();
        try (Payload payload = Payload.ofThisProgram()) {
            PortalDatabase opening = take(database(payload, folders));
            Portal booting =
                    take(new Portal(settings, folders, settings.forPortal(opening.url(), opening.application())));
            CompletableFuture<Void> boot = CompletableFuture.runAsync(() -> boot(booting, payload));
            opening.open(lost::complete);
            DemoCheck.check(opening.url(), opening.application(), settings.demo());
            join(boot);
            awaitReady(booting, folders, lost);
            new Announcement(settings, console).print();
            return (StartRefusal) CompletableFuture.anyOf(lost, booting.ended()).get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Brings the schema to this program's version and ends. */
    void migrate() throws IOException, InterruptedException {
        Folders folders = Folders.prepare(settings);
        take(DataLock.take(folders.lock()));
        Log.writeTo(folders.logs());
        try (Payload payload = Payload.ofThisProgram()) {
            if (settings.database().isPresent()) {
                ExternalDatabase external = settings.database().get();
                Credentials owner =
                        external.owner().orElseThrow(() -> new StartRefusal(StartError.MIGRATE_NEEDS_OWNER));
                new RemoteDatabase(external, payload, folders).migrate(owner);
            } else {
                take(database(payload, folders)).open(refusal -> {});
            }
        }
        console.say("migrated");
    }

    /** Puts the key that signs the trail aside, where it signs beside the new one that the next start makes. */
    void rotateTrailKey() throws IOException {
        console.say("trail-key-rotated", keyFiles().retireTrail().toString());
    }

    /** Puts the key that signs documents aside; the next start makes a new one and goes on publishing the old certificate. */
    void rotateDocumentKey() throws IOException {
        console.say("document-key-rotated", keyFiles().retireDocuments().toString());
    }

    /** The keys, while no portal runs on this folder of data. */
    private SigningKeyFiles keyFiles() throws IOException {
        Folders folders = Folders.prepare(settings);
        take(DataLock.take(folders.lock()));
        return new SigningKeyFiles(settings.keys());
    }

    /** Ends what runs: the portal before the database it works on. A second call waits for the first and does nothing. */
    void stop() {
        synchronized (ending) {
            if (!isStopping()) {
                end();
            }
        }
    }

    private void end() {
        PortalDatabase open;
        Portal running;
        DataLock held;
        synchronized (this) {
            stopping = true;
            open = database;
            running = portal;
            held = lock;
        }
        if (running != null) {
            if (running.isRecording()) {
                console.say("recording");
            }
            running.stop();
        }
        if (open != null) {
            open.close();
        }
        if (held != null) {
            held.close();
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    private void checkPort() throws InterruptedException {
        try {
            PortCheck.check(settings.address(), settings.port());
        } catch (StartRefusal occupied) {
            Folders folders = new Folders(settings.data());
            if (DataLock.isHeld(folders.lock())) {
                throw new StartRefusal(
                        occupied, StartError.ALREADY_RUNNING, folders.data().toString());
            }
            Optional<ProcessHandle> leftOver = Portal.leftOver(folders);
            if (leftOver.isEmpty()) {
                throw occupied;
            }
            awaitEnd(leftOver.get());
            PortCheck.check(settings.address(), settings.port());
        }
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(LEFT_OVER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            process.destroyForcibly();
        }
    }

    private PortalDatabase database(Payload payload, Folders folders) throws IOException {
        Optional<ExternalDatabase> external = settings.database();
        return external.isPresent()
                ? new RemoteDatabase(external.get(), payload, folders)
                : new EmbeddedDatabase(
                        payload,
                        folders,
                        () -> console.say("disk-full", folders.data().toString()));
    }

    private static void boot(Portal portal, Payload payload) {
        try {
            portal.boot(payload);
        } catch (IOException failure) {
            throw new CompletionException(failure);
        }
    }

    private static void join(CompletableFuture<Void> boot) throws IOException {
        try {
            boot.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void awaitReady(Portal booting, Folders folders, CompletableFuture<StartRefusal> lost)
            throws InterruptedException {
        booting.deploy(READY_LIMIT);
        CompletableFuture<Object> end = CompletableFuture.anyOf(lost, booting.ended());
        Optional<String> missing = new Readiness(settings.localUrl()).await(READY_LIMIT, () -> !end.isDone());
        if (missing.isPresent()) {
            throw end.isDone() ? (StartRefusal) end.join() : notReady(missing.get(), folders);
        }
    }

    private StartRefusal notReady(String answer, Folders folders) {
        return Readiness.tellsOfOtherKeys(answer)
                ? new StartRefusal(StartError.KEYS_DIFFER, settings.keys().toString())
                : new StartRefusal(
                        StartError.PORTAL_NOT_READY, answer, folders.portalLog().toString());
    }

    private synchronized void take(DataLock taken) {
        lock = taken;
    }

    private synchronized PortalDatabase take(PortalDatabase taken) {
        database = taken;
        return taken;
    }

    private synchronized Portal take(Portal taken) {
        portal = taken;
        return taken;
    }
}
