package org.sekisho.proof.bag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The extra fields of an entry (APPNOTE.TXT 4.5): the 64-bit sizes are taken out, a second name is refused. */
final class ZipExtra {

    private static final int ZIP64 = 0x0001;

    /** Info-ZIP's Unicode path: another name, which some programs take instead of the entry's own. */
    private static final int UNICODE_PATH = 0x7075;

    private ByteBuffer zip64 = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);

    static ZipExtra read(byte[] extra, String name) throws BagException {
        ZipExtra found = new ZipExtra();
        ByteBuffer rest = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            if (rest.remaining() < 4) {
                throw new BagException(BagProblem.ZIP_MALFORMED, name);
            }
            int id = Short.toUnsignedInt(rest.getShort());
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new BagException(BagProblem.ZIP_MALFORMED, name);
            }
            if (id == UNICODE_PATH) {
                throw new BagException(BagProblem.ZIP_UNSUPPORTED, name);
            }
            if (id == ZIP64) {
                found.zip64 = rest.slice().limit(length).order(ByteOrder.LITTLE_ENDIAN);
            }
            rest.position(rest.position() + length);
        }
        return found;
    }

    /** The 64-bit value where the 32-bit one is full; to be asked in the order of APPNOTE.TXT 4.5.3. */
    long widen(long value, String name) throws BagException {
        if (value != 0xFFFF_FFFFL) {
            return value;
        }
        if (zip64.remaining() < Long.BYTES) {
            throw new BagException(BagProblem.ZIP_MALFORMED, name);
        }
        long wide = zip64.getLong();
        if (wide < 0) {
            throw new BagException(BagProblem.ZIP_MALFORMED, name);
        }
        return wide;
    }
}
