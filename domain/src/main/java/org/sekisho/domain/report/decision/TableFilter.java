package org.sekisho.domain.report.decision;

import java.util.Optional;
import java.util.Set;

/**
 * What a list of tables is narrowed to.
 *
 * @param words part of a code or title
 * @param states empty for all
 */
public record TableFilter(Optional<String> words, Set<TableState> states, Optional<TableUse> use) {

    public TableFilter {
        states = Set.copyOf(states);
    }
}
