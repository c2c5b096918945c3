package org.sekisho.domain.assurance.control;

import java.util.Optional;
import java.util.Set;

/**
 * What a list of versions is narrowed to.
 *
 * @param words part of a title
 * @param states empty for all
 */
public record CatalogueFilter(Optional<String> words, Set<CatalogueState> states) {

    public CatalogueFilter {
        states = Set.copyOf(states);
    }
}
