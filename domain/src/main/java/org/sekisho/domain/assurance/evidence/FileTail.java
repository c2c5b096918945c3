package org.sekisho.domain.assurance.evidence;

import static org.sekisho.domain.assurance.evidence.Bytes.ascii;
import static org.sekisho.domain.assurance.evidence.Bytes.hex;

import java.util.Arrays;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;

/** Looks at how a file ends: whether all of it arrived, and whether something else hangs on to it. */
final class FileTail {

    /** How much is looked at: the longest comment of a ZIP and the record before it fit in. */
    static final int LENGTH = 0xFFFF + 22;

    private static final int PDF_END_WITHIN = 1024;
    private static final byte[] PDF_END = ascii("%%EOF");
    private static final byte[] PNG_END = hex("0000000049454e44ae426082");
    private static final byte[] JPEG_END = hex("ffd9");
    private static final byte[] ZIP_END = hex("504b0506");
    private static final int ZIP_END_LENGTH = 22;
    private static final int ZIP_COMMENT_LENGTH_AT = 20;
    private static final byte[] MACROS = ascii("vbaProject.bin");

    private FileTail() {}

    /**
     * Refuses a file that is cut off, a ZIP behind something else, and an office document with macros.
     *
     * @param tail the last {@link #LENGTH} bytes, or all of a shorter file
     */
    static void check(FileType type, byte[] tail) {
        boolean zip = endsAsZip(tail);
        Checks.check(!zip || type.family().isZip(), AssuranceError.FILE_POLYGLOT);
        switch (type) {
            case PDF -> whole(Bytes.contains(last(tail, PDF_END_WITHIN), PDF_END));
            case PNG -> {
                int end = Bytes.findLast(tail, PNG_END);
                whole(end >= 0);
                Checks.check(end + PNG_END.length == tail.length, AssuranceError.FILE_POLYGLOT);
            }
            case JPEG -> whole(Bytes.contains(tail, JPEG_END));
            case JSON -> whole(endsWith(tail, '}', ']'));
            case XML -> whole(endsWith(tail, '>', '>'));
            case DOCX, XLSX, PPTX -> {
                whole(zip);
                Checks.check(!Bytes.contains(tail, MACROS), AssuranceError.FILE_ACTIVE);
            }
            case ZIP -> whole(zip);
            case TEXT, CSV, MAIL -> {
                // These have no end of their own.
            }
        }
    }

    private static void whole(boolean holds) {
        Checks.check(holds, AssuranceError.FILE_TRUNCATED);
    }

    /** Whether the record that ends a ZIP stands there, and its comment ends with the file (APPNOTE.TXT, section 4.3.16). */
    private static boolean endsAsZip(byte[] tail) {
        for (int at = Bytes.find(tail, ZIP_END, 0); at >= 0; at = Bytes.find(tail, ZIP_END, at + 1)) {
            int comment = at + ZIP_END_LENGTH;
            if (comment <= tail.length
                    && comment + Bytes.littleEndian16(tail, at + ZIP_COMMENT_LENGTH_AT) == tail.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(byte[] tail, char one, char other) {
        for (int i = tail.length - 1; i >= 0; i--) {
            if (!Character.isWhitespace(tail[i])) {
                return tail[i] == one || tail[i] == other;
            }
        }
        return false;
    }

    private static byte[] last(byte[] tail, int length) {
        return Arrays.copyOfRange(tail, Math.max(0, tail.length - length), tail.length);
    }
}
