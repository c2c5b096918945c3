package org.sekisho.domain.report.intake;

import org.sekisho.domain.shared.ErrorCode;

/** Why a file isn't taken in, or something isn't done with an intake. */
public enum IntakeError implements ErrorCode {
    /** It holds nothing. */
    FILE_EMPTY("report.file-empty", Kind.INVALID),
    /** It ends in the middle; it can be sent again. */
    FILE_TRUNCATED("report.file-truncated", Kind.INVALID),
    /** Not JSON (RFC 8259). Parameters {@code line}, {@code column}, from 1. */
    FILE_MALFORMED("report.file-malformed", Kind.INVALID),
    /** JSON, but not a document of the format. Parameter {@code format}. */
    FILE_FORMAT("report.file-format", Kind.INVALID),
    /** A version of the format that isn't read. Parameters {@code format}, {@code version}. */
    FILE_VERSION("report.file-version", Kind.INVALID),
    /** Not UTF-8. */
    FILE_ENCODING("report.file-encoding", Kind.INVALID),
    /** The schema of the format doesn't allow it. Parameters {@code pointer} (RFC 6901) and {@code keyword} of the schema. */
    FILE_SCHEMA("report.file-schema", Kind.INVALID),
    /** An object outside the items has a key twice. Parameter {@code pointer} to the object. */
    FILE_KEY_TWICE("report.file-key-twice", Kind.INVALID),
    /** Results stand in other files, or in a part that isn't read: taking in the rest would lose them. Parameter {@code pointer}. */
    FILE_RESULTS_ELSEWHERE("report.file-results-elsewhere", Kind.INVALID),
    /** Unpacked or as sent. Parameter {@code limit} in bytes. */
    FILE_TOO_LARGE("report.file-too-large", Kind.LIMITED),
    /** Parameter {@code limit} in levels. */
    FILE_TOO_DEEP("report.file-too-deep", Kind.LIMITED),
    /** A name, text or number of absurd length, or more rules than any tool has. */
    FILE_ABSURD("report.file-absurd", Kind.LIMITED),
    /** The packed file is damaged. */
    FILE_PACKED_BADLY("report.file-packed-badly", Kind.INVALID),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("report.intake-wrong-state", Kind.CONFLICT),
    /** Another import of the same file is under way in this organisation. */
    SAME_FILE_UNDER_WAY("report.same-file-under-way", Kind.CONFLICT),
    /** Somebody of the organisation has taken the import over meanwhile, or sent its file again. */
    TAKEN_OVER("report.import-taken-over", Kind.CONFLICT),
    /** The agreement doesn't permit it now. Parameter {@code conditions}: the names of those that fail. */
    NOT_PERMITTED("report.import-not-permitted", Kind.FORBIDDEN),
    /** Reports belong to the institution that receives access under the agreement, and to nobody else. */
    NOT_RECEIVER("report.import-not-receiver", Kind.FORBIDDEN),
    /** The agreement's clause doesn't know the environment. Parameter {@code environment}. */
    ENVIRONMENT_UNKNOWN("report.import-environment-unknown", Kind.INVALID),
    /** It broke, and not by the file's fault; it can be sent again. */
    BROKEN("report.import-broken", Kind.UNAVAILABLE),
    /** Only the organisation whose intake it is goes on with it. */
    OTHER_ORGANISATION("report.intake-other-organisation", Kind.FORBIDDEN),
    /** What was counted doesn't add up: the program is wrong, and nothing is published. */
    COUNTS_DIFFER("report.intake-counts-differ", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    IntakeError(String code, Kind kind) {
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
