package org.sekisho.domain.report.intake;

/** Takes what a reader finds, item by item, in the order of the file. Each item comes exactly once. */
public interface FindingSink {

    /** @param index of the item in the file, from 0 */
    void found(long index, Finding finding);

    void rejected(Rejection rejection);

    /** The file says itself that so many of its runs didn't end well; once, behind the last item, and only where there are any. */
    default void runsFailed(int count) {}
}
