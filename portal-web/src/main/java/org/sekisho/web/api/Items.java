package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.shared.Page;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} for the following page; absent on the last
 */
public record Items<T>(List<T> items, Optional<String> next) {

    public Items {
        items = List.copyOf(items);
    }

    /** The page without its total. */
    public static <T> Items<T> of(Page<T> page) {
        return new Items<>(page.items(), page.next());
    }
}
