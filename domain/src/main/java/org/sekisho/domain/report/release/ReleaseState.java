package org.sekisho.domain.report.release;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where the sharing of one rendering stands. */
public enum ReleaseState implements Transitions<ReleaseState> {
    /** The approvals that the export clause asks for are collected. */
    REQUESTED,
    /** The recipient reads it. */
    RELEASED,
    /** Somebody whose approval was needed said no. */
    DECLINED,
    /** Its organisation no longer wants it. */
    WITHDRAWN,
    /** The recipient reads it no longer, and has to destroy what was taken from it. */
    RECALLED;

    @Override
    public Set<ReleaseState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(RELEASED, DECLINED, WITHDRAWN);
            case RELEASED -> EnumSet.of(RECALLED);
            case DECLINED, WITHDRAWN, RECALLED -> EnumSet.noneOf(ReleaseState.class);
        };
    }
}
