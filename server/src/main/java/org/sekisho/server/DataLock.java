package org.sekisho.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second Sekisho off the same data folder. The operating system frees the lock when the process ends, however it ends; the
 * file itself stays.
 */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartRefusal when another process holds the lock */
    static DataLock take(Path file) {
        return tryTake(file)
                .orElseThrow(() -> new StartRefusal(StartError.ALREADY_RUNNING, String.valueOf(file.getParent())));
    }

    /** Whether another process holds the lock now; without a file nobody does. */
    static boolean isHeld(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        Optional<DataLock> lock = tryTake(file);
        lock.ifPresent(DataLock::close);
        return lock.isEmpty();
    }

    private static Optional<DataLock> tryTake(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return Optional.of(new DataLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new StartRefusal(
                    failure, StartError.FOLDER_NOT_WRITABLE, "SEKISHO_DATA", String.valueOf(file.getParent()));
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            // The process ends next, and that frees the lock too.
            Log.warn("The lock could not be released", failure);
        }
    }
}
