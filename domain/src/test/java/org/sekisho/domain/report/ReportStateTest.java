package org.sekisho.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.report.Findings.refuses;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.review.ChainState;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.StageState;
import org.sekisho.domain.shared.Transitions;

/** Every pair of every transition table of reports, against the pairs that are meant. */
class ReportStateTest {

    @Test
    void reports() {
        assertPairs(
                ReportState.values(),
                "RECEIVED TRIAGE",
                "RECEIVED REJECTED",
                "RECEIVED DUPLICATE",
                "TRIAGE IN_REVIEW",
                "TRIAGE REJECTED",
                "TRIAGE DUPLICATE",
                "TRIAGE DEFERRED",
                "IN_REVIEW APPROVED",
                "IN_REVIEW TRIAGE",
                "IN_REVIEW DUPLICATE",
                "APPROVED IN_REMEDIATION",
                "APPROVED TRIAGE",
                "IN_REMEDIATION MITIGATED",
                "IN_REMEDIATION TRIAGE",
                "MITIGATED VERIFIED",
                "MITIGATED IN_REMEDIATION",
                "MITIGATED TRIAGE",
                "VERIFIED CLOSED",
                "REJECTED TRIAGE",
                "DUPLICATE TRIAGE",
                "DEFERRED TRIAGE");
    }

    @Test
    void reviews() {
        assertPairs(ChainState.values(), "OPEN PASSED", "OPEN RETURNED", "OPEN VOID");
        assertPairs(StageState.values(), "WAITING OPEN", "WAITING VOID", "OPEN PASSED", "OPEN RETURNED", "OPEN VOID");
    }

    @Test
    void measuresAndTiers() {
        assertPairs(InterimMeasure.State.values(), "IN_EFFECT LIFTED", "IN_EFFECT EXPIRED", "EXPIRED LIFTED");
        assertPairs(TierChange.State.values(), "PROPOSED IN_EFFECT", "PROPOSED DECLINED", "PROPOSED VOID");
    }

    private static <E extends Enum<E> & Transitions<E>> void assertPairs(E[] states, String... meant) {
        Set<String> found = new TreeSet<>();
        for (E from : states) {
            for (E to : states) {
                if (from.canBecome(to)) {
                    found.add(from + " " + to);
                } else {
                    refuses(ReportError.WRONG_STATE, () -> from.requireBecomes(to, ReportError.WRONG_STATE));
                }
            }
        }
        assertEquals(new TreeSet<>(Set.of(meant)), found);
    }
}
