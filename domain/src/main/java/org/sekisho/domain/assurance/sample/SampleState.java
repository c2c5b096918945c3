package org.sekisho.domain.assurance.sample;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a sample stands. */
public enum SampleState implements Transitions<SampleState> {
    /** The population is frozen; the items aren't drawn. */
    AWAITING_SEED,
    /** The items stand. A judgemental sample is here from the beginning: its auditors add to it. */
    SELECTED;

    /** The states that can follow. */
    @Override
    public Set<SampleState> next() {
        return switch (this) {
            case AWAITING_SEED -> EnumSet.of(SELECTED);
            case SELECTED -> EnumSet.noneOf(SampleState.class);
        };
    }
}
