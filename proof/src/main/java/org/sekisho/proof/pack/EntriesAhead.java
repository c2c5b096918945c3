package org.sekisho.proof.pack;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.relay.Relay;
import org.sekisho.proof.relay.Relay.End;
import org.sekisho.proof.relay.Relay.Handed;
import org.sekisho.proof.relay.Relay.Piece;
import org.sekisho.proof.relay.Threads;

/**
 * Reads the files of a plan in order on a thread of its own, so that opening and hashing them goes on beside the thread that writes the
 * pack. Each is compared with the plan where it ends. A few pieces are held at a time, whatever the files' sizes.
 */
final class EntriesAhead implements AutoCloseable {

    private final List<PackEntry> entries;
    private final Relay relay = new Relay();
    private final Thread reader;

    /** Said beside the interruption, which a file's source may have swallowed. */
    private volatile boolean closed;

    EntriesAhead(List<PackEntry> entries) {
        this.entries = entries;
        this.reader = new Thread(this::readAll, "pack files");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * The next piece of the file that is being read, to be given back by {@link #giveBack}; empty once at the end of each file.
     *
     * @throws EntryChangedException when the file isn't what the plan says
     * @throws IOException when reading fails, as do unchecked exceptions of the file's source
     */
    Optional<Piece> next() throws IOException {
        Handed handed = relay.take();
        if (handed instanceof Piece piece) {
            return Optional.of(piece);
        }
        if (handed instanceof End end && end.failure().isPresent()) {
            throw failure(end.failure().get());
        }
        return Optional.empty();
    }

    void giveBack(Piece piece) {
        relay.giveBack(piece.buffer());
    }

    /** Ends the reading, also amid a file, and waits until no file is open any more. */
    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        Threads.join(reader);
    }

    /** As it was thrown, for the caller's sake, who tells refusals from broken disks. */
    private static IOException failure(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof IOException io ? io : new IOException(thrown);
    }

    private void readAll() {
        try {
            for (PackEntry entry : entries) {
                if (closed) {
                    return;
                }
                read(entry);
                relay.end(End.GOOD);
            }
        } catch (Throwable thrown) {
            tell(thrown);
        }
    }

    private void tell(Throwable thrown) {
        if (closed) {
            return;
        }
        try {
            relay.end(new End(Optional.of(thrown)));
        } catch (IOException interrupted) {
            // Closed: nobody waits for it any more.
            thrown.addSuppressed(interrupted);
        }
    }

    private void read(PackEntry entry) throws IOException {
        MessageDigest digest = Sha256.start();
        long size = 0;
        try (InputStream content = entry.content().open()) {
            byte[] buffer = relay.emptyBuffer();
            int read = content.read(buffer);
            while (read >= 0) {
                size += read;
                if (size > entry.size()) {
                    throw new EntryChangedException(entry.path());
                }
                digest.update(buffer, 0, read);
                relay.give(buffer, read);
                buffer = relay.emptyBuffer();
                read = content.read(buffer);
            }
            relay.giveBack(buffer);
        }
        // The CRC-32 is looked at where the archive is written, which computes it anyway.
        if (size != entry.size() || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw new EntryChangedException(entry.path());
        }
    }
}
