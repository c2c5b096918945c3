package org.sekisho.proof.relay;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Hands pieces of bytes from one thread to another, in order. The buffers go round, so that memory stays bounded and the giver waits
 * when the taker is slow. For exactly one giver and one taker.
 */
public final class Relay {

    private static final int BUFFERS = 16;
    private static final int SIZE = 64 * 1024;

    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Handed> handed = new ArrayBlockingQueue<>(2 * BUFFERS);

    public Relay() {
        for (int i = 0; i < BUFFERS; i++) {
            empty.add(new byte[SIZE]);
        }
    }

    /** What arrives at the taker. */
    public sealed interface Handed permits Piece, End {}

    /**
     * Some bytes.
     *
     * @param buffer to be given back by {@link #giveBack} once its bytes were used
     * @param count of the bytes, which stand at the beginning of the buffer
     */
    public record Piece(byte[] buffer, int count) implements Handed {}

    /**
     * The end of something that pieces were of.
     *
     * @param failure why nothing more will come; empty where it ended as it should
     */
    public record End(Optional<Throwable> failure) implements Handed {

        public static final End GOOD = new End(Optional.empty());
    }

    /**
     * For the giver: a buffer to fill; waits until one is free.
     *
     * @throws InterruptedIOException when the thread was interrupted; it stays so
     */
    public byte[] emptyBuffer() throws IOException {
        return waiting(empty::take);
    }

    /** For the giver: hands the first bytes of a buffer over, which it must not touch any more. */
    public void give(byte[] buffer, int count) throws IOException {
        put(new Piece(buffer, count));
    }

    /** For the giver: says that something ended, after all that was given before. */
    public void end(End end) throws IOException {
        put(end);
    }

    /** For the taker: the next piece or end; waits until there is one. */
    public Handed take() throws IOException {
        return waiting(handed::take);
    }

    /** For the taker: a buffer whose bytes were used. */
    public void giveBack(byte[] buffer) {
        empty.add(buffer);
    }

    private void put(Handed next) throws IOException {
        waiting(() -> {
            handed.put(next);
            return next;
        });
    }

    private static <T> T waiting(Waiting<T> step) throws IOException {
        try {
            return step.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException broken = new InterruptedIOException("Interrupted between two threads");
            broken.initCause(interrupted);
            throw broken;
        }
    }

    private interface Waiting<T> {
        T run() throws InterruptedException;
    }
}
