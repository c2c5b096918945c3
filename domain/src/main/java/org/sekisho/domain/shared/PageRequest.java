package org.sekisho.domain.shared;

import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param size rows per page, 1 to {@link #MOST}
 * @param after the {@code next} of the page before; empty for the first
 * @param sort the name of a column that the list allows, or empty for its own order
 * @param descending whether a named sort goes downward; without a name, whether the list's own order is turned round
 */
public record PageRequest(int size, Optional<String> after, Optional<String> sort, boolean descending) {

    /** What a page in the browser shows. */
    public static final int USUAL = 25;
    /** The most that one call returns. */
    public static final int MOST = 200;

    public PageRequest {
        if (size < 1 || size > MOST) {
            throw Refusal.of(SharedError.MALFORMED, "field", "size");
        }
    }

    /** As much as one call returns, in the list's own order: for short lists that are read whole. */
    public static PageRequest most() {
        return new PageRequest(MOST, Optional.empty(), Optional.empty(), false);
    }

    /** The first page in the list's own order. */
    public static PageRequest first() {
        return new PageRequest(USUAL, Optional.empty(), Optional.empty(), false);
    }
}
