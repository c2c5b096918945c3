package org.sekisho.domain.agreement.freeze;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a freeze. */
public enum FreezeError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("freeze.wrong-state", Kind.CONFLICT),
    /** A freeze names exactly one person, organisation or agreement, or else everything. */
    SCOPE_NOT_ONE("freeze.scope-not-one", Kind.INVALID),
    /** The actor may not freeze this. */
    NOT_ELIGIBLE("freeze.not-eligible", Kind.FORBIDDEN),
    /** The actor may not lift this: neither secretariat or authority, nor of the organisation concerned, or tied to a rival. */
    MAY_NOT_LIFT("freeze.may-not-lift", Kind.FORBIDDEN),
    /** The first of the two calls was made by the same person. */
    SAME_PERSON("freeze.same-person", Kind.FORBIDDEN),
    /** Parameter {@code side}: that side has agreed already; the other one has to. */
    OTHER_SIDE_NEEDED("freeze.other-side-needed", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    FreezeError(String code, Kind kind) {
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
