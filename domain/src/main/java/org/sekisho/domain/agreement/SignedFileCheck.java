package org.sekisho.domain.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.sekisho.domain.shared.Checks;
import org.sekisho.proof.hash.Sha256;

/**
 * Checks a file signed outside while it streams past, in constant memory: that it is a PDF with a sound end, and no larger than a
 * signed document is. It refuses as early as it can; what was stored until then has to be discarded. For one file and one thread.
 */
public final class SignedFileCheck {

    /** 25 MiB: a scan of a hundred pages. */
    public static final long MOST_BYTES = 25L * 1024 * 1024;

    private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "%%EOF";
    /** Readers look for the end mark in the last kibibyte. */
    private static final int TAIL = 1024;

    private final MessageDigest sha256 = Sha256.start();
    private final byte[] head = new byte[HEAD.length];
    private byte[] tail = new byte[0];
    private long size;

    /** Refuses a size beyond the limit; also one that is only announced. */
    public static void checkSize(long bytes) {
        Checks.check(
                bytes <= MOST_BYTES, AgreementError.FILE_TOO_LARGE, Map.of("megabytes", MOST_BYTES / (1024 * 1024)));
    }

    /**
     * Takes in the next bytes.
     *
     * @throws org.sekisho.domain.shared.Refusal as soon as the file can't pass any more
     */
    public void update(byte[] data, int length) {
        if (size < head.length) {
            int missing = (int) Math.min(head.length - size, length);
            System.arraycopy(data, 0, head, (int) size, missing);
        }
        size += length;
        checkSize(size);
        if (size >= head.length) {
            checkHead();
        }
        sha256.update(data, 0, length);
        byte[] both = Arrays.copyOf(tail, tail.length + length);
        System.arraycopy(data, 0, both, tail.length, length);
        tail = Arrays.copyOfRange(both, Math.max(0, both.length - TAIL), both.length);
    }

    /**
     * What is known of the file after its last byte.
     *
     * @return its SHA-256 in hexadecimal
     */
    public String finish() {
        Checks.check(size > 0, AgreementError.FILE_EMPTY);
        checkHead();
        Checks.check(new String(tail, StandardCharsets.ISO_8859_1).contains(END), AgreementError.FILE_NOT_PDF);
        return HexFormat.of().formatHex(sha256.digest());
    }

    public long size() {
        return size;
    }

    private void checkHead() {
        Checks.check(Arrays.equals(head, HEAD), AgreementError.FILE_NOT_PDF);
    }
}
