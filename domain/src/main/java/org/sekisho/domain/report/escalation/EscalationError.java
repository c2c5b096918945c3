package org.sekisho.domain.report.escalation;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with an escalation. */
public enum EscalationError implements ErrorCode {
    /** Only a duty officer of an authority who isn't tied to the institution. */
    DUTY_OFFICER_ONLY("escalation.duty-officer-only", Kind.FORBIDDEN),
    /** Only a duty officer or reviewer of an authority who isn't tied to the institution. */
    AUTHORITY_ONLY("escalation.authority-only", Kind.FORBIDDEN),
    /** Only the duty officers, security reviewers and the CISO of the institution. */
    OWNER_ONLY("escalation.owner-only", Kind.FORBIDDEN),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("escalation.wrong-state", Kind.CONFLICT),
    /** Its clock hasn't run out. */
    NOT_DUE("escalation.not-due", Kind.CONFLICT),
    /** What was read isn't what was sent last. */
    RENDERING_CHANGED("escalation.rendering-changed", Kind.CONFLICT),
    /** It is marked already. */
    MARKED_ALREADY("escalation.marked-already", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    EscalationError(String code, Kind kind) {
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
