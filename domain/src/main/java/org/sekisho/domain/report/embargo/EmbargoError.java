package org.sekisho.domain.report.embargo;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with an embargo. */
public enum EmbargoError implements ErrorCode {
    /** Only security reviewers and the CISO of the organisation that owns the report. */
    OWNER_ONLY("embargo.owner-only", Kind.FORBIDDEN),
    /** Only somebody who speaks for a participant. */
    PARTICIPANT_ONLY("embargo.participant-only", Kind.FORBIDDEN),
    /** The organisation is asked already. */
    ASKED_ALREADY("embargo.asked-already", Kind.CONFLICT),
    /** The organisation that proposes it takes part anyway. */
    OWNER_ASKED("embargo.owner-asked", Kind.INVALID),
    /** Parameter {@code days}: the longest from now on. */
    END_UNFIT("embargo.end-unfit", Kind.INVALID),
    /** An extension ends later than before. */
    NOT_EXTENDED("embargo.not-extended", Kind.INVALID),
    /** The time to answer by lies ahead, and not behind the end. */
    ANSWER_BY_UNFIT("embargo.answer-by-unfit", Kind.INVALID),
    /** It was answered like this already. */
    ANSWERED_ALREADY("embargo.answered-already", Kind.CONFLICT),
    /** Who coordinates, observes or audits keeps no embargo. */
    NO_PARTICIPANT("embargo.no-participant", Kind.INVALID),
    /** One is in effect on this report: extend it instead. */
    ONE_AT_A_TIME("embargo.one-at-a-time", Kind.CONFLICT),
    /** Its end hasn't come. */
    NOT_OVER("embargo.not-over", Kind.CONFLICT),
    /** What was read isn't the present end: it was extended meanwhile. */
    END_CHANGED("embargo.end-changed", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("embargo.wrong-state", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    EmbargoError(String code, Kind kind) {
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
