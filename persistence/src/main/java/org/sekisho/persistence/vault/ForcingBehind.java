package org.sekisho.persistence.vault;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sekisho.proof.relay.Threads;

/**
 * Has what is written to a file forced to the disk in pieces, on a thread beside the writer's: the writer doesn't wait for the disk, and the last
 * piece is a small one. For one writing thread at a time.
 */
final class ForcingBehind {

    private static final long PIECE = 32L * 1024 * 1024;

    private final FileChannel file;
    private long unforced;
    private Optional<Forcing> last = Optional.empty();

    private record Forcing(FutureTask<Boolean> task, Thread thread) {}

    ForcingBehind(FileChannel file) {
        this.file = file;
    }

    /** So many bytes more were written. */
    void wrote(int bytes) throws IOException {
        unforced += bytes;
        if (unforced >= PIECE && last.filter(each -> !each.task().isDone()).isEmpty()) {
            requireForced();
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                file.force(false);
                return true;
            });
            Thread thread = new Thread(task, "sealed file to disk");
            thread.setDaemon(true);
            last = Optional.of(new Forcing(task, thread));
            unforced = 0;
            thread.start();
        }
    }

    /** Waits until everything is on the disk, with the file's size and times. */
    void finish() throws IOException {
        requireForced();
        file.force(true);
    }

    /** Waits until the file isn't used any more. */
    void abandon() {
        last.map(Forcing::thread).ifPresent(Threads::join);
    }

    private void requireForced() throws IOException {
        if (last.isEmpty()) {
            return;
        }
        try {
            last.get().task().get();
        } catch (ExecutionException broken) {
            throw new IOException("The disk didn't take what was written", broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped =
                    new InterruptedIOException("Interrupted while the disk took what was written");
            stopped.initCause(interrupted);
            throw stopped;
        }
    }
}
