package org.sekisho.domain.assurance.evidence;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.proof.hash.Sha256;

/**
 * Checks a file while it streams past, in constant memory: size, type, UTF-8 throughout where it is text, a sound end. It refuses as
 * early as it can; what was stored until then has to be discarded. For one file and one thread.
 */
public final class ContentCheck {

    private final EvidenceLimits limits;
    private final String declaredName;
    private final MessageDigest sha256 = Sha256.start();
    private final CRC32 crc32 = new CRC32();
    private final byte[] head = new byte[FileType.HEAD];
    /** Twice what is wanted, so that it is moved rarely. */
    private final byte[] tail = new byte[2 * FileTail.LENGTH];

    private final Utf8Check utf8 = new Utf8Check();
    private int headLength;
    private int tailLength;
    private long size;
    private @Nullable FileType type;

    public ContentCheck(EvidenceLimits limits, String declaredName) {
        this.limits = limits;
        this.declaredName = declaredName;
    }

    /**
     * Takes in the next bytes.
     *
     * @throws org.sekisho.domain.shared.Refusal as soon as the file can't pass any more
     */
    public void update(byte[] data, int offset, int length) {
        size += length;
        limits.checkSize(size);
        sha256.update(data, offset, length);
        crc32.update(data, offset, length);
        keepTail(data, offset, length);
        if (type != null) {
            checkText(type, data, offset, length);
            return;
        }
        int forHead = Math.min(length, head.length - headLength);
        System.arraycopy(data, offset, head, headLength, forHead);
        headLength += forHead;
        if (headLength == head.length) {
            FileType found = detect();
            checkText(found, data, offset + forHead, length - forHead);
        }
    }

    /** What the file is, after its last byte. */
    public CheckedContent finish() {
        Checks.check(size > 0, AssuranceError.FILE_EMPTY);
        FileType found = type == null ? detect() : type;
        if (found.family() == FileType.Family.TEXT) {
            utf8.finish();
        }
        int from = Math.max(0, tailLength - FileTail.LENGTH);
        FileTail.check(found, Arrays.copyOfRange(tail, from, tailLength));
        return new CheckedContent(found, size, HexFormat.of().formatHex(sha256.digest()), crc32.getValue());
    }

    private FileType detect() {
        FileType found = FileType.detect(Arrays.copyOf(head, headLength), declaredName);
        limits.checkType(found);
        checkText(found, head, 0, headLength);
        type = found;
        return found;
    }

    private void checkText(FileType found, byte[] data, int offset, int length) {
        if (found.family() == FileType.Family.TEXT) {
            utf8.update(data, offset, length);
        }
    }

    private void keepTail(byte[] data, int offset, int length) {
        int wanted = Math.min(length, FileTail.LENGTH);
        if (tailLength + wanted > tail.length) {
            int kept = Math.min(tailLength, FileTail.LENGTH);
            System.arraycopy(tail, tailLength - kept, tail, 0, kept);
            tailLength = kept;
        }
        System.arraycopy(data, offset + length - wanted, tail, tailLength, wanted);
        tailLength += wanted;
    }
}
