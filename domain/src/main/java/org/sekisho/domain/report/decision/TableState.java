package org.sekisho.domain.report.decision;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a version of a decision table stands. */
public enum TableState implements Transitions<TableState> {
    /** Being worked on: it governs nothing. */
    DRAFT,
    /** Adopted by a second person: clauses can name it, and it never changes. */
    ADOPTED,
    /** No clause should name it any more; where one does, it still governs. */
    RETIRED;

    @Override
    public Set<TableState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ADOPTED);
            case ADOPTED -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.noneOf(TableState.class);
        };
    }
}
