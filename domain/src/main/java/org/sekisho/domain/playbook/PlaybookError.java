package org.sekisho.domain.playbook;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a playbook. */
public enum PlaybookError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("playbook.wrong-state", Kind.CONFLICT),
    /** Only the playbook's own organisation keeps it. */
    OTHER_ORGANISATION("playbook.other-organisation", Kind.FORBIDDEN),
    /** Whoever wrote the version doesn't approve it. */
    OWN_DRAFT("playbook.own-draft", Kind.FORBIDDEN),
    /** A code is 1 to 64 lower-case letters, digits, full stops, underscores and hyphens. */
    CODE_MALFORMED("playbook.code-malformed", Kind.INVALID),
    /** The day lies in the future, or a review before the last one. */
    DAY_NOT_POSSIBLE("playbook.day-not-possible", Kind.INVALID),
    /** Only an approved playbook is reviewed or exercised. */
    NOT_APPROVED("playbook.not-approved", Kind.CONFLICT),
    /** A draft of this playbook is being worked on already. */
    DRAFT_EXISTS("playbook.draft-exists", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    PlaybookError(String code, Kind kind) {
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
