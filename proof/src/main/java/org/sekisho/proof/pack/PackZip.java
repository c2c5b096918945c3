package org.sekisho.proof.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * The ZIP file of a pack: everything in one folder, with one time and one mode, stored where size and CRC-32 are known
 * beforehand.
 */
final class PackZip implements AutoCloseable {

    /**
     * The beginning of DOS time and two seconds: for its very beginning java.util.zip adds a field that depends on the time
     * zone of the machine.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private final String folder;
    private final Zip zip;

    PackZip(String folder, OutputStream out) {
        this.folder = folder;
        this.zip = new Zip(out);
        // Level 1 is six times as fast as the usual 6, and a pack holds mostly what is packed already.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void begin(PackEntry file) throws IOException {
        if (file.crc32().isPresent()) {
            beginStored(file.path(), file.size(), file.crc32().getAsLong());
        } else {
            ZipEntry entry = entry(file.path());
            entry.setMethod(ZipEntry.DEFLATED);
            zip.putNextEntry(entry);
        }
    }

    void write(byte[] buffer, int count) throws IOException {
        zip.write(buffer, 0, count);
    }

    /** @throws EntryChangedException where the file's CRC-32 isn't what was said at its beginning */
    void end(PackEntry file) throws IOException {
        try {
            zip.closeEntry();
        } catch (ZipException other) {
            EntryChangedException changed = new EntryChangedException(file.path());
            changed.initCause(other);
            throw changed;
        }
    }

    /** A whole file at once. */
    void write(String path, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        beginStored(path, content.length, crc.getValue());
        zip.write(content);
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
    }

    private void beginStored(String path, long size, long crc) throws IOException {
        ZipEntry entry = entry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        zip.putNextEntry(entry);
    }

    private ZipEntry entry(String path) {
        ZipEntry entry = new ZipEntry(folder + "/" + path);
        entry.setTimeLocal(TIME);
        return entry;
    }

    /** Gives the compressor's memory back; the stream below stays open. */
    @Override
    public void close() {
        zip.release();
    }

    private static final class Zip extends ZipOutputStream {

        private Zip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        /** All entries were written: what comes is the central directory. */
        @Override
        public void finish() throws IOException {
            out = new UnixDirectory(out);
            super.finish();
        }

        private void release() {
            def.end();
        }
    }
}
