package org.sekisho.proof.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.sekisho.proof.relay.Relay.End;
import org.sekisho.proof.relay.Relay.Piece;

/**
 * Writes to another stream on a thread of its own, in order, a few pieces behind the caller. For one calling thread. A write that
 * fails there makes the next call here fail, at the latest {@link #close}; nothing is written after it.
 */
public final class WritingBehind extends OutputStream {

    private final OutputStream target;
    private final Relay relay = new Relay();
    private final Thread writer;
    private byte[] buffer;
    private int filled;
    private boolean closed;

    /** Said beside the interruption, which the target may have swallowed. */
    private volatile boolean abandoned;

    /** What went wrong with the target; written by the writer alone. */
    private volatile Optional<Throwable> failure = Optional.empty();

    /**
     * @param target stays open; nobody else may use it before this is closed or abandoned
     * @param name of the thread
     */
    public WritingBehind(OutputStream target, String name) throws IOException {
        this.target = target;
        this.buffer = relay.emptyBuffer();
        this.writer = new Thread(this::writeAll, name);
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        requireSound();
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, buffer.length - filled);
            System.arraycopy(data, offset + done, buffer, filled, part);
            filled += part;
            done += part;
            if (filled == buffer.length) {
                hand();
            }
        }
    }

    /** Waits until all was written to the target. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (filled > 0) {
            hand();
        }
        relay.end(End.GOOD);
        join();
        requireSound();
    }

    /** Gives the rest up, and waits until the target isn't used any more. Does nothing after {@link #close}. */
    public void abandon() {
        closed = true;
        abandoned = true;
        writer.interrupt();
        join();
    }

    private void hand() throws IOException {
        relay.give(buffer, filled);
        buffer = relay.emptyBuffer();
        filled = 0;
    }

    private void requireSound() throws IOException {
        if (failure.isPresent()) {
            throw new IOException("Writing behind failed", failure.get());
        }
    }

    private void join() {
        Threads.join(writer);
    }

    private void writeAll() {
        try {
            while (!abandoned && relay.take() instanceof Piece piece) {
                // After a failure pieces are only taken, so that nobody waits for a buffer.
                if (failure.isEmpty()) {
                    write(piece);
                }
                relay.giveBack(piece.buffer());
            }
        } catch (IOException interrupted) {
            failure = Optional.of(interrupted);
        }
    }

    private void write(Piece piece) {
        try {
            target.write(piece.buffer(), 0, piece.count());
        } catch (IOException | RuntimeException | Error thrown) {
            failure = Optional.of(thrown);
        }
    }
}
