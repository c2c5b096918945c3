package org.sekisho.ejb.report.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read, for telling the progress. */
final class CountedStream extends FilterInputStream {

    private final ReadingProgress progress;

    CountedStream(InputStream in, ReadingProgress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            progress.read(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            progress.read(read);
        }
        return read;
    }
}
