package org.sekisho.domain.trail;

import org.sekisho.domain.shared.ErrorCode;

/** Why something of the trail's log isn't answered. */
public enum TrailError implements ErrorCode {
    /** The event is so new that no checkpoint covers it; it will within a second. */
    NOT_COVERED_YET("trail.not-covered-yet", Kind.CONFLICT),
    /** Sizes go up, and none is above that of the latest checkpoint. Parameter {@code size}: the latest. */
    SIZE_NOT_POSSIBLE("trail.size-not-possible", Kind.INVALID);

    private final String code;
    private final Kind kind;

    TrailError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
