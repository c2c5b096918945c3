package org.sekisho.ejb.report.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up the bytes that pass. */
final class CountingStream extends FilterInputStream {

    private final AtomicLong sum;

    CountingStream(InputStream in, AtomicLong sum) {
        super(in);
        this.sum = sum;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        sum.addAndGet(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        sum.addAndGet(Math.max(0, count));
        return count;
    }
}
