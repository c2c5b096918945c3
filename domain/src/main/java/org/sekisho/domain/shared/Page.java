package org.sekisho.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows, in the order asked for
 * @param next where the following page begins, for {@link PageRequest#after}; empty on the last page
 * @param total how many rows there are in all: exact up to {@link #TOTAL_EXACT_TO}, one more than that means "more"
 */
public record Page<T>(List<T> items, Optional<String> next, long total) {

    /** Counting further costs more than anyone learns from it. */
    public static final int TOTAL_EXACT_TO = 1_000;

    public Page {
        items = List.copyOf(items);
    }

    /** Whether the total is only a lower bound. */
    public boolean totalIsMore() {
        return total > TOTAL_EXACT_TO;
    }

    /** The same page with each row turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next, total);
    }
}
