package org.sekisho.domain.assurance.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Looks for signatures in the bytes of a file. */
final class Bytes {

    private Bytes() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean startsWith(byte[] data, byte[] signature) {
        return at(data, 0, signature);
    }

    static boolean at(byte[] data, int offset, byte[] signature) {
        return offset >= 0
                && data.length - offset >= signature.length
                && Arrays.equals(data, offset, offset + signature.length, signature, 0, signature.length);
    }

    /** Where the signature stands first, from the offset on; -1 when it doesn't. */
    static int find(byte[] data, byte[] signature, int from) {
        for (int i = from; i <= data.length - signature.length; i++) {
            if (at(data, i, signature)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the signature stands last; -1 when it doesn't. */
    static int findLast(byte[] data, byte[] signature) {
        for (int i = data.length - signature.length; i >= 0; i--) {
            if (at(data, i, signature)) {
                return i;
            }
        }
        return -1;
    }

    static boolean contains(byte[] data, byte[] signature) {
        return find(data, signature, 0) >= 0;
    }

    /** The bytes as characters, one each, with the letters of ASCII in lower case: for looking for words in any encoding. */
    static String lowerCase(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    static int littleEndian16(byte[] data, int offset) {
        return (data[offset] & 0xFF) | (data[offset + 1] & 0xFF) << 8;
    }
}
