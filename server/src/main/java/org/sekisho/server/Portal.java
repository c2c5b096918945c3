package org.sekisho.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sekisho.server.portal.PortalMain;

/**
 * The Java virtual machine with Payara Micro and the portal. It boots on its own, deploys when told that the database is there, ends
 * when told to, and when the launcher dies.
 *
 * <p>One that fails to start is started once again without what only makes starting quicker: the archive of classes if it didn't boot,
 * what is done ahead of the deployment if it booted. What is done ahead meets a server that isn't written for it.
 */
final class Portal {

    /**
     * The optimising compiler takes a quarter of what a start computes, for code that mostly runs a few times. So it waits until a
     * method has been called some hundred thousand times: a busy server is there within seconds.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=400000",
            "-XX:Tier4MinInvocationThreshold=200000",
            "-XX:Tier4CompileThreshold=2000000",
            "-XX:Tier4BackEdgeThreshold=4000000");

    /** Writing the archive of classes at the first end takes seconds, on a slow machine many. */
    private static final int STOP_SECONDS = 60;

    private final Settings settings;
    private final Folders folders;
    private final Map<String, String> variables;
    private final ProcessLog log;

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<StartRefusal> ended = new CompletableFuture<>();

    private @Nullable Process process;
    private @Nullable ClassArchive archive;
    private volatile boolean booted;
    private volatile boolean plain;
    private volatile boolean stopping;
    private boolean wanted;

    /** What the first process that failed said of itself before it ended, perhaps after it was deployed. */
    private volatile @Nullable StartRefusal failed;

    /** @param variables the portal's part of the settings */
    Portal(Settings settings, Folders folders, Map<String, String> variables) throws IOException {
        this.settings = settings;
        this.folders = folders;
        this.variables = variables;
        this.log = new ProcessLog(folders.logs(), "portal");
    }

    /** Starts the process; returns while it boots. */
    void boot(Payload payload) throws IOException {
        ServerImage image = ServerImage.prepare(payload, folders);
        spawn(image, ClassArchive.of(folders, image));
    }

    /**
     * Tells the process that the database is there; waits until the portal is deployed.
     *
     * @throws StartRefusal when it can't be deployed, or isn't by then
     */
    void deploy(Duration limit) throws InterruptedException {
        synchronized (this) {
            wanted = true;
            tell(PortalMain.DEPLOY);
        }
        try {
            started.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWaiting) {
            throw new StartRefusal(
                    stillWaiting,
                    StartError.PORTAL_NOT_READY,
                    PortalMain.DEPLOY,
                    folders.portalLog().toString());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof StartRefusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failure);
        }
    }

    /** Completes when the process ends without having been told to. */
    CompletableFuture<StartRefusal> ended() {
        return ended;
    }

    /** Whether this run writes an archive of classes when it ends, which takes a while. */
    synchronized boolean isRecording() {
        return archive != null && archive.isRecorded() && isDeployed();
    }

    /** Ends the process in order; one that doesn't come to an end is killed. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null && running.isAlive()) {
            end(running);
        }
        log.close();
    }

    /** The process that a killed launcher left behind, as long as it lives. */
    static Optional<ProcessHandle> leftOver(Folders folders) {
        try {
            if (!Files.exists(folders.portalProcess())) {
                return Optional.empty();
            }
            String[] words = Files.readString(folders.portalProcess()).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> started(handle).equals(words[1]));
        } catch (IOException | RuntimeException unreadable) {
            Log.warn("The note about the last portal is unreadable", unreadable);
            return Optional.empty();
        }
    }

    private static String started(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("-");
    }

    private synchronized void spawn(ServerImage image, ClassArchive classes) throws IOException {
        if (stopping) {
            throw new IOException("Stopping");
        }
        Path instance = image.instance(folders, settings.listenAddress(), settings.port());
        ProcessBuilder builder = new ProcessBuilder(command(image, instance, classes))
                .directory(instance.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith(Settings.PREFIX));
        builder.environment().putAll(variables);
        Process fresh = builder.start();
        process = fresh;
        archive = classes;
        String note = fresh.pid() + " " + started(fresh.toHandle());
        PrivateFiles.write(folders.portalProcess(), note.getBytes(StandardCharsets.US_ASCII));
        CompletableFuture<Void> heard = log.follow(fresh, this::hear);
        fresh.onExit().thenAcceptBoth(heard, (gone, nothing) -> onExit(gone, image, classes));
        if (wanted) {
            tell(PortalMain.DEPLOY);
        }
    }

    private List<String> command(ServerImage image, Path instance, ClassArchive classes) {
        Map<String, String> environment = System.getenv();
        List<String> command = new ArrayList<>();
        command.add(JavaProgram.path());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(classes.options());
        command.add("-Xlog:cds=off");
        command.add("-Xlog:cds+dynamic=off");
        command.addAll(LATE_OPTIMISATION);
        // Where the server's classes need more than Java expects, it would collect garbage for their sake.
        command.add("-XX:MetaspaceSize=256m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (!JavaProgram.isToldBy(environment, "-Xmx") && !JavaProgram.isToldBy(environment, "-XX:MaxRAMPercentage")) {
            command.add("-Xmx1g");
        }
        command.add("-Dfile.encoding=UTF-8");
        // The driver hands it to PostgreSQL as the session's time zone.
        command.add("-Duser.timezone=UTC");
        command.add("-Djava.awt.headless=true");
        // The server asks thousands of times which file a jar really is. Nothing is renamed in the folder it runs from.
        command.add("-Dsun.io.useCanonCaches=true");
        // The portal is written for Jakarta EE 10; the server need not look whether it has to be rewritten.
        command.add("-Dfish.payara.deployment.transform.namespace=false");
        command.add(WovenLibraries.OPTION);
        command.add("-Djava.net.preferIPv4Stack=" + !(settings.address() instanceof Inet6Address));
        command.add("-Djavax.net.ssl.keyStore=" + image.keyStore());
        Path authorities = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        if (!JavaProgram.isToldBy(environment, "-Djavax.net.ssl.trustStore") && Files.exists(authorities)) {
            // Those of the machine, which its administrator keeps up to date; the server's own would also take longer
            // to open.
            command.add("-Djavax.net.ssl.trustStore=" + authorities);
        }
        command.add("-jar");
        command.add(image.bootJar().toString());
        command.add(image.server().toString());
        command.add(instance.toString());
        command.add(image.portal().toString());
        if (plain) {
            command.add(PortalMain.PLAIN);
        }
        return command;
    }

    private void hear(String line) {
        if (!line.startsWith(PortalMain.MARK)) {
            return;
        }
        String message = line.substring(PortalMain.MARK.length());
        if (message.equals(PortalMain.BOOTED)) {
            booted = true;
        } else if (message.equals(PortalMain.STARTED)) {
            failed = null;
            started.complete(null);
        } else if (message.startsWith(PortalMain.FAILED)) {
            String reason = OneLine.of(message.substring(PortalMain.FAILED.length()));
            if (failed == null) {
                // What a second try says may be a consequence of the first.
                failed = new StartRefusal(
                        StartError.PORTAL_FAILED, reason, folders.portalLog().toString());
            }
        }
    }

    private void onExit(Process gone, ServerImage image, ClassArchive classes) {
        if (stopping) {
            return;
        }
        Log.info("The portal's process ended by itself with " + gone.exitValue());
        StartRefusal said = failed;
        try {
            if (!booted && !classes.isIgnored()) {
                spawn(image, classes.discard());
                return;
            }
            if (said != null && !plain && !isDeployed()) {
                Log.info("It is started once again, with nothing done ahead. It said: " + said.getMessage());
                plain = true;
                booted = false;
                spawn(image, classes);
                return;
            }
        } catch (IOException failure) {
            Log.warn("The portal could not be started again", failure);
        }
        StartRefusal refusal = said != null
                ? said
                : new StartRefusal(
                        StartError.PORTAL_ENDED,
                        Integer.toString(gone.exitValue()),
                        folders.portalLog().toString());
        ended.complete(refusal);
        started.completeExceptionally(refusal);
    }

    private boolean isDeployed() {
        return started.isDone() && !started.isCompletedExceptionally();
    }

    private void end(Process running) {
        try {
            if (!isDeployed()) {
                running.destroyForcibly();
            } else {
                tell(PortalMain.STOP);
            }
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            } else if (running.exitValue() == 0) {
                keepArchive();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
    }

    private synchronized void keepArchive() {
        if (archive != null) {
            archive.keep();
        }
    }

    private synchronized void tell(String command) {
        if (process == null) {
            return;
        }
        try {
            OutputStream commands = process.getOutputStream();
            commands.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            commands.flush();
        } catch (IOException gone) {
            // It has ended; whoever waits for it learns that from its end.
            Log.info("The portal's process no longer listens");
        }
    }
}
