package org.sekisho.domain.report;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a report stands. Whatever changes it after the approval leads back to the triage: what was approved no longer covers it. */
public enum ReportState implements Transitions<ReportState> {
    RECEIVED,
    /** The institution looks at it; also where a returned or changed report comes back to. */
    TRIAGE,
    /** The stages of the review clause decide on the present revision. */
    IN_REVIEW,
    /** Every stage agreed to this very revision. */
    APPROVED,
    IN_REMEDIATION,
    /** The remedy is in place, and somebody else has to look whether it works. */
    MITIGATED,
    VERIFIED,
    CLOSED,
    /** Not a finding. */
    REJECTED,
    /** The same as another report of the same organisation. */
    DUPLICATE,
    /** Put off until a day; it comes back by itself. */
    DEFERRED;

    @Override
    public Set<ReportState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(TRIAGE, REJECTED, DUPLICATE);
            case TRIAGE -> EnumSet.of(IN_REVIEW, REJECTED, DUPLICATE, DEFERRED);
            case IN_REVIEW -> EnumSet.of(APPROVED, TRIAGE, DUPLICATE);
            case APPROVED -> EnumSet.of(IN_REMEDIATION, TRIAGE);
            case IN_REMEDIATION -> EnumSet.of(MITIGATED, TRIAGE);
            case MITIGATED -> EnumSet.of(VERIFIED, IN_REMEDIATION, TRIAGE);
            case VERIFIED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(ReportState.class);
            case REJECTED, DUPLICATE, DEFERRED -> EnumSet.of(TRIAGE);
        };
    }

    /** Whether it rests on an approval of the present revision. */
    public boolean needsApproval() {
        return switch (this) {
            case APPROVED, IN_REMEDIATION, MITIGATED, VERIFIED, CLOSED -> true;
            case RECEIVED, TRIAGE, IN_REVIEW, REJECTED, DUPLICATE, DEFERRED -> false;
        };
    }

    /** Whether it left the way aside and can be reopened. */
    public boolean isAside() {
        return this == REJECTED || this == DUPLICATE || this == DEFERRED;
    }
}
