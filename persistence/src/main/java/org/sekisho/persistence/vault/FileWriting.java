package org.sekisho.persistence.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.domain.vault.VaultError;
import org.sekisho.persistence.vault.SealedHead.Format;
import org.sekisho.persistence.vault.SealedHead.Opened;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.relay.WritingBehind;

/** A file on its way in: content is counted and hashed, encrypted segment by segment, and the ciphertext hashed for its name. */
final class FileWriting extends Writing {

    private final FileContentStore store;
    private final Path unfinished;
    private final Sink sink;
    private final OutputStream encrypting;
    private final long limit;
    private final MessageDigest sha256 = Sha256.start();
    private final CRC32 crc32 = new CRC32();
    private long size;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        BROKEN,
        FINISHED,
        CLOSED
    }

    private FileWriting(FileContentStore store, Path unfinished, Sink sink, OutputStream encrypting, long limit) {
        this.store = store;
        this.unfinished = unfinished;
        this.sink = sink;
        this.encrypting = encrypting;
        this.limit = limit;
    }

    static FileWriting begin(
            FileContentStore store, Path unfinished, FileChannel file, Opened envelope, Place place, long limit)
            throws IOException {
        Sink sink = new Sink(file);
        try {
            sink.write(envelope.head().bytes());
            OutputStream encrypting =
                    FileContentStore.cipher(envelope).newEncryptingStream(sink, Format.SEGMENTS.bind(place));
            return new FileWriting(store, unfinished, sink, encrypting, limit);
        } catch (GeneralSecurityException e) {
            discard(file, unfinished);
            throw new IllegalStateException("AES-GCM-HKDF doesn't encrypt", e);
        } catch (IOException e) {
            discard(file, unfinished);
            throw e;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        requireOpen();
        // Whatever goes wrong from here on, the file isn't what was meant.
        state = State.BROKEN;
        if (length > limit - size) {
            throw Refusal.of(VaultError.CONTENT_TOO_LARGE, "limit", limit);
        }
        encrypting.write(data, offset, length);
        sha256.update(data, offset, length);
        crc32.update(data, offset, length);
        size += length;
        state = State.OPEN;
    }

    @Override
    public Stored finish() throws IOException {
        requireOpen();
        state = State.BROKEN;
        encrypting.close();
        // Not left to the stream above, which need not close what it writes to.
        sink.close();
        sink.direct.forcing.finish();
        sink.direct.file.close();
        HexFormat hex = HexFormat.of();
        String blob = hex.formatHex(sink.direct.sha256.digest());
        store.accept(unfinished, blob);
        state = State.FINISHED;
        return new Stored(blob, size, hex.formatHex(sha256.digest()), crc32.getValue());
    }

    @Override
    public void close() throws IOException {
        if (state == State.OPEN || state == State.BROKEN) {
            sink.discard(unfinished);
        }
        state = State.CLOSED;
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw new IllegalStateException("The file is " + state);
        }
    }

    private static void discard(FileChannel file, Path unfinished) throws IOException {
        try {
            file.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Takes ciphertext to the file and its digest; of a large file on a thread of its own, since that takes as long as all that comes
     * before it. Closing leaves the file open, because it has to be forced to the disk first.
     */
    private static final class Sink extends OutputStream {

        /** A file beyond this is large. */
        private static final long LARGE = 8L * 1024 * 1024;

        private final Ciphertext direct;
        private long written;
        private @Nullable WritingBehind behind;

        private Sink(FileChannel file) {
            this.direct = new Ciphertext(file);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            if (behind == null && written >= LARGE) {
                behind = new WritingBehind(direct, "sealed file");
            }
            (behind == null ? direct : behind).write(data, offset, length);
            written += length;
        }

        @Override
        public void close() throws IOException {
            if (behind != null) {
                behind.close();
            }
        }

        private void discard(Path unfinished) throws IOException {
            if (behind != null) {
                behind.abandon();
            }
            direct.forcing.abandon();
            FileWriting.discard(direct.file, unfinished);
        }
    }

    private static final class Ciphertext extends OutputStream {

        private final FileChannel file;
        private final ForcingBehind forcing;
        private final MessageDigest sha256 = Sha256.start();

        private Ciphertext(FileChannel file) {
            this.file = file;
            this.forcing = new ForcingBehind(file);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            sha256.update(data, offset, length);
            ByteBuffer rest = ByteBuffer.wrap(data, offset, length);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            forcing.wrote(length);
        }
    }
}
