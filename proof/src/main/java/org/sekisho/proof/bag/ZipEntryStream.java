package org.sekisho.proof.bag;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The unpacked content of one entry; fails as soon as it is longer, and at its end when it isn't what was declared. */
final class ZipEntryStream extends FilterInputStream {

    private static final int BUFFER = 64 * 1024;

    private final ZipRecord entry;
    private final Optional<Inflater> inflater;
    private final CRC32 crc = new CRC32();
    private long count;

    private ZipEntryStream(ZipRecord entry, InputStream content, Optional<Inflater> inflater) {
        super(content);
        this.entry = entry;
        this.inflater = inflater;
    }

    static InputStream open(FileChannel channel, ZipRecord entry) {
        InputStream packed = new Part(channel, entry.start(), entry.packed());
        if (!entry.deflated()) {
            return new ZipEntryStream(entry, packed, Optional.empty());
        }
        Inflater inflater = new Inflater(true);
        return new ZipEntryStream(entry, new InflaterInputStream(packed, inflater, BUFFER), Optional.of(inflater));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
        if (read > 0) {
            count += read;
            crc.update(target, offset, read);
        }
        boolean ended = read < 0;
        if (count > entry.size() || ended && !isWhatWasDeclared()) {
            throw malformed();
        }
        return read;
    }

    private boolean isWhatWasDeclared() {
        boolean consumed = inflater.map(Inflater::getBytesRead).orElse(entry.packed()) == entry.packed();
        return count == entry.size() && crc.getValue() == entry.crc() && consumed;
    }

    @Override
    public long skip(long wanted) throws IOException {
        // Skipped bytes would be missing from the checksum.
        return wanted > 0 && read() >= 0 ? 1 : 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        inflater.ifPresent(Inflater::end);
    }

    private BagException malformed() {
        return new BagException(BagProblem.ZIP_MALFORMED, entry.name());
    }

    /** A part of the file, read at its own position: several may be open at once. */
    private static final class Part extends InputStream {

        private final FileChannel channel;
        private final long end;
        private long at;

        private Part(FileChannel channel, long start, long length) {
            this.channel = channel;
            this.at = start;
            this.end = start + length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == end) {
                return -1;
            }
            int wanted = (int) Math.min(length, end - at);
            int read = channel.read(ByteBuffer.wrap(target, offset, wanted), at);
            if (read < 0) {
                throw new EOFException();
            }
            at += read;
            return read;
        }
    }
}
