package org.sekisho.domain.assurance.control;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a version of the catalogue of controls stands. */
public enum CatalogueState implements Transitions<CatalogueState> {
    /** Taken in from a file: no engagement goes by it. */
    DRAFT,
    /** Published by a second person: engagements scheduled from then on go by the newest such version, and it never changes. */
    PUBLISHED,
    /** No further engagement goes by it; those that do keep it. */
    WITHDRAWN;

    @Override
    public Set<CatalogueState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PUBLISHED);
            case PUBLISHED -> EnumSet.of(WITHDRAWN);
            case WITHDRAWN -> EnumSet.noneOf(CatalogueState.class);
        };
    }
}
