package org.sekisho.domain.report.intake;

/**
 * An item that didn't become a finding.
 *
 * @param index of the item in the file, from 0, counted over all its lists
 * @param pointer to what is wrong (RFC 6901), at least to the item
 * @param keyword of the schema that isn't kept; empty for other reasons
 */
public record Rejection(long index, String pointer, RejectReason reason, String keyword) {

    /** The most characters of a pointer; a longer one is cut. */
    public static final int POINTER_LIMIT = 500;

    public Rejection {
        pointer = PlainText.line(pointer, POINTER_LIMIT);
    }

    public static Rejection of(long index, String pointer, RejectReason reason) {
        return new Rejection(index, pointer, reason, "");
    }
}
