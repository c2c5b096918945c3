package org.sekisho.domain.agreement.training;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a training record. */
public enum TrainingError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("training.wrong-state", Kind.CONFLICT),
    /** Nobody records, renews or revokes their own training. */
    OWN_RECORD("training.own-record", Kind.FORBIDDEN),
    /** Only the person's organisation, or the coordinator, keeps the records. */
    OTHER_ORGANISATION("training.other-organisation", Kind.FORBIDDEN),
    /** The day of completion lies in the future. */
    NOT_YET_COMPLETED("training.not-yet-completed", Kind.INVALID),
    /** Parameter {@code until}: it would have run out already. */
    OVER("training.over", Kind.INVALID),
    /** Parameter {@code completed}: a record of the same training is as new, or newer. */
    OLDER_THAN_CURRENT("training.older-than-current", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    TrainingError(String code, Kind kind) {
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
