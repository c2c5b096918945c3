package org.sekisho.domain.agreement.phase;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a phase or its evaluation. */
public enum PhaseError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("phase.wrong-state", Kind.CONFLICT),
    /** Parameter {@code phase}: nothing follows it, or the phase clause has no rule for what follows. */
    NO_NEXT_PHASE("phase.no-next-phase", Kind.CONFLICT),
    /** Parameter {@code phase}: the agreement is in another phase meanwhile. */
    OTHER_PHASE("phase.other-phase", Kind.CONFLICT),
    /** An evaluation of this agreement is under way already. */
    EVALUATION_OPEN("phase.evaluation-open", Kind.CONFLICT),
    /** Parameter {@code criterion}. */
    CRITERION_UNKNOWN("phase.criterion-unknown", Kind.INVALID),
    /** Parameter {@code criterion}: the system measures it, so nobody states it; or the other way round. */
    OTHER_MEASUREMENT("phase.other-measurement", Kind.INVALID),
    /** Parameter {@code most}: values are whole numbers from 0 to this. */
    VALUE_OUT_OF_RANGE("phase.value-out-of-range", Kind.INVALID),
    /** Parameter {@code criteria}: codes of those without a value, or not met. */
    CRITERIA_NOT_MET("phase.criteria-not-met", Kind.CONFLICT),
    /** What the voter read is no longer what stands there. */
    CRITERIA_CHANGED("phase.criteria-changed", Kind.CONFLICT),
    ALREADY_VOTED("phase.already-voted", Kind.CONFLICT),
    /** Only a party votes, and only by a person in a role that speaks for it. */
    NOT_A_VOTER("phase.not-a-voter", Kind.FORBIDDEN),
    /** Only an authority's reviewer, not tied to a party, assesses systemic risk. */
    NOT_AN_ASSESSOR("phase.not-an-assessor", Kind.FORBIDDEN),
    COORDINATOR_ONLY("phase.coordinator-only", Kind.FORBIDDEN),
    /** Only a party, the coordinator or an authority steps a phase back. */
    NOT_CONCERNED("phase.not-concerned", Kind.FORBIDDEN),
    /** Parameter {@code phase}: it isn't earlier than the present one. */
    NOT_EARLIER("phase.not-earlier", Kind.INVALID);

    private final String code;
    private final Kind kind;

    PhaseError(String code, Kind kind) {
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
