package org.sekisho.proof.time;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One value in DER (X.690): definite lengths in their shortest form, tags of one byte, nothing before, between or behind. What is declared
 * is checked against what is there before anything is taken.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** Context-specific and constructed. */
    static final int CONTEXT_0 = 0xa0;

    private static final int LONG_TAG = 0x1f;
    /** Values of one structure: above any token, below what would hold a reader up. */
    private static final int MOST_CHILDREN = 1_000;

    private final byte[] bytes;
    private final int start;
    private final int content;
    private final int end;

    private Der(byte[] bytes, int start, int content, int end) {
        this.bytes = bytes;
        this.start = start;
        this.content = content;
        this.end = end;
    }

    /** The one value that the bytes are. */
    static Der parse(byte[] bytes) throws TimeException {
        Der value = at(bytes, 0, bytes.length);
        require(value.end == bytes.length);
        return value;
    }

    private static Der at(byte[] bytes, int start, int limit) throws TimeException {
        require(limit - start >= 2 && (bytes[start] & LONG_TAG) != LONG_TAG);
        int length = bytes[start + 1] & 0xff;
        int content = start + 2;
        if (length > 0x7f) {
            int digits = length & 0x7f;
            require(digits >= 1 && digits <= 3 && limit - content >= digits && bytes[content] != 0);
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << Byte.SIZE | bytes[content + i] & 0xff;
            }
            require(length > 0x7f);
            content += digits;
        }
        require(length <= limit - content);
        return new Der(bytes, start, content, content + length);
    }

    int tag() {
        return bytes[start] & 0xff;
    }

    /** The same, where it has that tag. */
    Der require(int tag) throws TimeException {
        require(tag() == tag);
        return this;
    }

    /** What it is made of, where it has that tag. */
    List<Der> children(int tag) throws TimeException {
        require(tag);
        List<Der> children = new ArrayList<>();
        for (int at = content; at < end; at = children.get(children.size() - 1).end) {
            require(children.size() < MOST_CHILDREN);
            children.add(at(bytes, at, end));
        }
        return children;
    }

    /** The one value in it, where it has that tag. */
    Der only(int tag) throws TimeException {
        return only(children(tag));
    }

    static Der only(List<Der> values) throws TimeException {
        require(values.size() == 1);
        return values.get(0);
    }

    static Der get(List<Der> values, int index) throws TimeException {
        require(index < values.size());
        return values.get(index);
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, content, end);
    }

    /** With tag and length. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    byte[] octets() throws TimeException {
        return require(OCTETS).content();
    }

    BigInteger integer() throws TimeException {
        require(INTEGER);
        require(end > content);
        return new BigInteger(content());
    }

    /** The hexadecimal digits of an object identifier's content. */
    String oid() throws TimeException {
        return HexFormat.of().formatHex(require(OID).content());
    }

    /** The identifier of an algorithm; its parameters are passed over. */
    String algorithm() throws TimeException {
        return get(children(SEQUENCE), 0).oid();
    }

    String text() {
        return new String(bytes, content, end - content, StandardCharsets.US_ASCII);
    }

    static void require(boolean sound) throws TimeException {
        if (!sound) {
            throw new TimeException(TimeProblem.TOKEN_MALFORMED);
        }
    }
}
