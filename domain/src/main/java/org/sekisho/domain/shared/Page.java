package org.sekisho.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows, in the order asked for
 * @param next where the following page begins, for {@link PageRequest#after}; empty on the last page
 * @param total how many rows there are in all: exact up to a bound, one more than that means "more"
 * @param exactTo that bound
 */
public record Page<T>(List<T> items, Optional<String> next, long total, int exactTo) {

    /** Counting further costs more than anyone learns from it. */
    public static final int TOTAL_EXACT_TO = 1_000;

    public Page {
        items = List.copyOf(items);
    }

    /** A page whose total is exact up to {@link #TOTAL_EXACT_TO}. */
    public Page(List<T> items, Optional<String> next, long total) {
        this(items, next, total, TOTAL_EXACT_TO);
    }

    /** Whether the total is only a lower bound. */
    public boolean totalIsMore() {
        return total > exactTo;
    }

    /** The same page with each row turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next, total, exactTo);
    }
}
