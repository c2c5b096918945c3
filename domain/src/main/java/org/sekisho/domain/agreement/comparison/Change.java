package org.sekisho.domain.agreement.comparison;

/** How something stands between two versions. */
public enum Change {
    SAME,
    CHANGED,
    /** Only in the later one. */
    ADDED,
    /** Only in the earlier one. */
    REMOVED
}
