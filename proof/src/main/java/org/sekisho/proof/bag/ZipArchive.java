package org.sekisho.proof.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The structure of a ZIP file (APPNOTE.TXT 6.3), read so strictly that no other program sees other files in it: the central
 * directory and the local headers agree, and from the first byte to the last each byte belongs to exactly one of them.
 * That leaves no room for hidden, doubled or overlapping entries. Encryption, splitting, comments of the archive and
 * compression other than deflate are refused.
 */
final class ZipArchive {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END64 = 0x06064b50;
    private static final int END64_LENGTH = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int DESCRIPTOR = 0x08074b50;

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int WITH_DESCRIPTOR = 1 << 3;
    private static final int UTF8 = 1 << 11;

    private static final int TYPE_OF_FILE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Two views, because reading goes on in two places at once. */
    private final ZipBytes centrals;

    private final ZipBytes locals;
    private final BagLimits limits;

    private ZipArchive(FileChannel channel, BagLimits limits) throws IOException {
        this.centrals = new ZipBytes(channel);
        this.locals = new ZipBytes(channel);
        this.limits = limits;
    }

    /** Where the central directory stands, and how many entries it has. */
    private record Directory(long count, long start, long end) {}

    /** All entries, in the order of the file. */
    static List<ZipRecord> read(FileChannel channel, BagLimits limits) throws IOException {
        return new ZipArchive(channel, limits).entries();
    }

    private List<ZipRecord> entries() throws IOException {
        Directory directory = directory();
        List<ZipRecord> entries = new ArrayList<>();
        long at = directory.start();
        long data = 0;
        while (at < directory.end()) {
            ByteBuffer central = centrals.header(at, CENTRAL_LENGTH, CENTRAL);
            int nameLength = ZipBytes.unsigned16(central, 28);
            int extraLength = ZipBytes.unsigned16(central, 30);
            byte[] name = centrals.read(at + CENTRAL_LENGTH, nameLength);
            byte[] extra = centrals.read(at + CENTRAL_LENGTH + nameLength, extraLength);
            at += CENTRAL_LENGTH + nameLength + extraLength + ZipBytes.unsigned16(central, 32);
            String text = name(name, ZipBytes.unsigned16(central, 8));
            if (entries.size() == limits.files()) {
                throw new BagException(BagProblem.TOO_MANY_FILES, text);
            }
            ZipRecord entry = entry(central, name, text, ZipExtra.read(extra, text), data);
            entries.add(entry);
            boolean described = (ZipBytes.unsigned16(central, 8) & WITH_DESCRIPTOR) != 0;
            data = entry.start() + entry.packed();
            data += described ? descriptor(entry, data) : 0;
        }
        if (at != directory.end() || data != directory.start() || entries.size() != directory.count()) {
            throw malformed("central directory");
        }
        return entries;
    }

    private Directory directory() throws IOException {
        long endStart = centrals.length() - END_LENGTH;
        ByteBuffer end = centrals.header(endStart, END_LENGTH, END);
        boolean one = end.getShort(4) == 0 && end.getShort(6) == 0 && end.getShort(8) == end.getShort(10);
        if (!one || end.getShort(20) != 0) {
            throw new BagException(BagProblem.ZIP_UNSUPPORTED, "end of central directory");
        }
        long count = ZipBytes.unsigned16(end, 10);
        long size = ZipBytes.unsigned32(end, 12);
        long start = ZipBytes.unsigned32(end, 16);
        long stop = endStart;
        if (count == 0xFFFF || size == 0xFFFF_FFFFL || start == 0xFFFF_FFFFL) {
            long locatorStart = endStart - LOCATOR_LENGTH;
            ByteBuffer locator = centrals.header(locatorStart, LOCATOR_LENGTH, LOCATOR);
            stop = locatorStart - END64_LENGTH;
            if (locator.getLong(8) != stop) {
                throw malformed("ZIP64 end of central directory");
            }
            ByteBuffer end64 = centrals.header(stop, END64_LENGTH, END64);
            count = end64.getLong(32);
            size = end64.getLong(40);
            start = end64.getLong(48);
        }
        if (start < 0 || size < 0 || start != stop - size) {
            throw malformed("end of central directory");
        }
        return new Directory(count, start, stop);
    }

    private ZipRecord entry(ByteBuffer central, byte[] name, String text, ZipExtra extra, long expected)
            throws IOException {
        int method = ZipBytes.unsigned16(central, 10);
        if ((ZipBytes.unsigned16(central, 8) & ENCRYPTED) != 0 || method != STORED && method != DEFLATED) {
            throw new BagException(BagProblem.ZIP_UNSUPPORTED, text);
        }
        int type = ZipBytes.unsigned16(central, 40) & TYPE_OF_FILE;
        if (type != 0 && type != REGULAR && type != FOLDER || type == FOLDER && !text.endsWith("/")) {
            throw new BagException(BagProblem.NOT_A_FILE, text);
        }
        long size = extra.widen(ZipBytes.unsigned32(central, 24), text);
        long packed = extra.widen(ZipBytes.unsigned32(central, 20), text);
        long offset = extra.widen(ZipBytes.unsigned32(central, 42), text);
        boolean folderWithData = text.endsWith("/") && size != 0;
        if (offset != expected || folderWithData || method == STORED && packed != size) {
            throw malformed(text);
        }
        long start = dataStart(central, name, text, offset, packed, size);
        if (packed > locals.length() - start) {
            throw malformed(text);
        }
        return new ZipRecord(text, method == DEFLATED, start, packed, size, ZipBytes.unsigned32(central, 16));
    }

    /** Checks the local header against the entry of the central directory. */
    private long dataStart(ByteBuffer central, byte[] name, String text, long offset, long packed, long size)
            throws IOException {
        ByteBuffer local = locals.header(offset, LOCAL_LENGTH, LOCAL);
        int extraLength = ZipBytes.unsigned16(local, 28);
        boolean agrees = local.getShort(6) == central.getShort(8)
                && local.getShort(8) == central.getShort(10)
                && ZipBytes.unsigned16(local, 26) == name.length
                && Arrays.equals(locals.read(offset + LOCAL_LENGTH, name.length), name);
        if (!agrees) {
            throw malformed(text);
        }
        ZipExtra extra = ZipExtra.read(locals.read(offset + LOCAL_LENGTH + name.length, extraLength), text);
        if ((local.getShort(6) & WITH_DESCRIPTOR) == 0) {
            long localSize = extra.widen(ZipBytes.unsigned32(local, 22), text);
            long localPacked = extra.widen(ZipBytes.unsigned32(local, 18), text);
            if (local.getInt(14) != central.getInt(16) || localSize != size || localPacked != packed) {
                throw malformed(text);
            }
        }
        return offset + LOCAL_LENGTH + name.length + extraLength;
    }

    /**
     * The length of the data descriptor behind the data. It has two optional parts (its signature, 64-bit sizes), and is
     * recognised by saying what the central directory says, with a header right behind it.
     */
    private int descriptor(ZipRecord entry, long start) throws IOException {
        for (int wide : new int[] {Integer.BYTES, Long.BYTES}) {
            for (boolean signed : new boolean[] {true, false}) {
                ByteBuffer expected = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
                if (signed) {
                    expected.putInt(DESCRIPTOR);
                }
                expected.putInt((int) entry.crc());
                if (wide == Long.BYTES) {
                    expected.putLong(entry.packed()).putLong(entry.size());
                } else {
                    expected.putInt((int) entry.packed()).putInt((int) entry.size());
                }
                expected.flip();
                int length = expected.remaining();
                boolean fits = start + length + Integer.BYTES <= locals.length();
                if (fits && startsWith(expected, start) && isHeader(start + length)) {
                    return length;
                }
            }
        }
        throw malformed(entry.name());
    }

    private boolean startsWith(ByteBuffer expected, long start) throws IOException {
        return expected.equals(ByteBuffer.wrap(locals.read(start, expected.remaining())));
    }

    private boolean isHeader(long start) throws IOException {
        int signature = ByteBuffer.wrap(locals.read(start, Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        return signature == LOCAL || signature == CENTRAL;
    }

    /** Names are UTF-8 where they say so, else ASCII: what other bytes mean depends on who reads them. */
    private static String name(byte[] name, int flags) throws BagException {
        try {
            return ((flags & UTF8) == 0 ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BagException(BagProblem.ZIP_UNSUPPORTED, new String(name, StandardCharsets.UTF_8));
        }
    }

    private static BagException malformed(String where) {
        return new BagException(BagProblem.ZIP_MALFORMED, where);
    }
}
