package org.sekisho.domain.report.intake;

/**
 * How large a source may be. The defaults hold for what tools and publishers write; an installation can set others.
 *
 * @param fileBytes the most bytes of a streamed file, unpacked
 * @param documentBytes the most bytes, unpacked, of a document that is read whole
 * @param itemCharacters the most characters of names and texts in one streamed item
 * @param depth the most levels of objects and lists inside each other
 * @param textCharacters the most characters of one text
 */
public record IntakeLimits(long fileBytes, long documentBytes, int itemCharacters, int depth, int textCharacters) {

    public static final IntakeLimits USUAL = new IntakeLimits(4L << 30, 32L << 20, 1 << 20, 100, 4 << 20);

    /** The same, with another measure for documents that are read whole. */
    public IntakeLimits withDocumentsOf(int mebibytes) {
        return new IntakeLimits(fileBytes, (long) mebibytes << 20, itemCharacters, depth, textCharacters);
    }
}
