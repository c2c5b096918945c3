package org.sekisho.domain.shared;

/** Refusals that belong to no single business module. */
public enum SharedError implements ErrorCode {
    NOT_FOUND("shared.not-found", Kind.NOT_FOUND),
    NOT_SIGNED_IN("shared.not-signed-in", Kind.UNAUTHENTICATED),
    NOT_PERMITTED("shared.not-permitted", Kind.FORBIDDEN),
    /** Parameter {@code field}. */
    REQUIRED("shared.required", Kind.INVALID),
    /** Parameters {@code field}, {@code limit} in characters. */
    TOO_LONG("shared.too-long", Kind.INVALID),
    /** Parameter {@code field}. */
    MALFORMED("shared.malformed", Kind.INVALID),
    /** Somebody else changed the record since it was read. */
    CHANGED_MEANWHILE("shared.changed-meanwhile", Kind.CONFLICT),
    /** The same Idempotency-Key came with another body. */
    IDEMPOTENCY_KEY_REUSED("shared.idempotency-key-reused", Kind.INVALID),
    /** Parameter {@code limit} in bytes. */
    TOO_LARGE("shared.too-large", Kind.LIMITED),
    TOO_MANY_REQUESTS("shared.too-many-requests", Kind.LIMITED),
    UNAVAILABLE("shared.unavailable", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    SharedError(String code, Kind kind) {
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
