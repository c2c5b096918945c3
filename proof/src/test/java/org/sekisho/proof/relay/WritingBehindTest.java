package org.sekisho.proof.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WritingBehindTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 5 * MEBIBYTE + 3})
    void whatIsWrittenArrivesInOrderAndWhole(int size) throws IOException {
        byte[] content = bytes(size);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (WritingBehind behind = new WritingBehind(target, "test")) {
            int done = 0;
            while (done < size) {
                int part = Math.min(size - done, random.nextInt(200_000) + 1);
                behind.write(content, done, part);
                done += part;
            }
        }
        assertArrayEquals(content, target.toByteArray());
    }

    @Test
    void singleBytesArriveToo() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (WritingBehind behind = new WritingBehind(target, "test")) {
            behind.write(1);
            behind.write(255);
        }
        assertArrayEquals(new byte[] {1, -1}, target.toByteArray());
    }

    @Test
    void aFailureOfTheTargetComesBackAndNothingIsWrittenAfterIt() throws IOException {
        IOException full = new IOException("No space left on device");
        Failing target = new Failing(full);
        WritingBehind behind = new WritingBehind(target, "test");
        IOException thrown = assertThrows(IOException.class, () -> {
            // More than is held in memory: without a failure this ends.
            for (int i = 0; i < 100; i++) {
                behind.write(bytes(MEBIBYTE));
            }
        });
        assertSame(full, thrown.getCause());
        assertThrows(IOException.class, behind::close);
        assertEquals(1, target.calls.get());
    }

    @Test
    void aFailureOfTheLastWriteComesBackWhenItIsClosed() throws IOException {
        WritingBehind behind = new WritingBehind(new Failing(new IOException("No space left on device")), "test");
        behind.write(7);
        assertThrows(IOException.class, behind::close);
    }

    @Test
    void theWriterWaitsForASlowTargetInsteadOfHoldingEverything() throws Exception {
        Waiting target = new Waiting();
        WritingBehind behind = new WritingBehind(target, "test");
        AtomicLong given = new AtomicLong();
        Thread giver = new Thread(() -> {
            try {
                for (int i = 0; i < 64; i++) {
                    behind.write(bytes(MEBIBYTE));
                    given.addAndGet(MEBIBYTE);
                }
                behind.close();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        giver.start();
        target.entered.await();
        while (giver.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(given.get() <= 2 * MEBIBYTE, given + " bytes were taken");
        target.go.countDown();
        giver.join();
        assertEquals(64 * MEBIBYTE, target.written.get());
    }

    @Test
    void abandonedAmidAWriteItLetsTheTargetGo() throws Exception {
        Waiting target = new Waiting();
        WritingBehind behind = new WritingBehind(target, "test");
        behind.write(bytes(MEBIBYTE / 2));
        target.entered.await();
        behind.abandon();
        assertTrue(target.interrupted, "the write was ended");
        behind.close();
    }

    @Test
    void anInterruptedWriterIsToldAndStaysInterrupted() throws Exception {
        Waiting target = new Waiting();
        WritingBehind behind = new WritingBehind(target, "test");
        List<IOException> thrown = new CopyOnWriteArrayList<>();
        Thread giver = new Thread(() -> {
            try {
                for (int i = 0; i < 64; i++) {
                    behind.write(bytes(MEBIBYTE));
                }
            } catch (IOException broken) {
                assertTrue(Thread.currentThread().isInterrupted());
                thrown.add(broken);
            }
        });
        giver.start();
        target.entered.await();
        giver.interrupt();
        giver.join();
        assertEquals(1, thrown.size());
        assertEquals(InterruptedIOException.class, thrown.get(0).getClass());
        behind.abandon();
        assertFalse(giver.isAlive());
    }

    private byte[] bytes(int size) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        return content;
    }

    private static final class Failing extends OutputStream {

        private final IOException failure;
        private final AtomicLong calls = new AtomicLong();

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(int b) throws IOException {
            calls.incrementAndGet();
            throw failure;
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            write(0);
        }
    }

    private static final class Waiting extends OutputStream {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicLong written = new AtomicLong();
        private volatile boolean interrupted;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            entered.countDown();
            try {
                go.await();
            } catch (InterruptedException ended) {
                interrupted = true;
                throw new InterruptedIOException();
            }
            written.addAndGet(length);
        }
    }
}
