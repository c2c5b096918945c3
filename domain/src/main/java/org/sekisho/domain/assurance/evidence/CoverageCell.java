package org.sekisho.domain.assurance.evidence;

import java.util.List;
import org.sekisho.domain.assurance.Period;

/**
 * How one section stands in one month.
 *
 * @param gaps the days without proof, in order; only where the section is continuous
 * @param proved how many of those due are proved; only where the section is counted
 * @param due how many fell due; only where the section is counted
 */
public record CoverageCell(State state, List<Period> gaps, int proved, int due) {

    /** What the cell says first. */
    public enum State {
        COMPLETE,
        /** Days without proof. */
        GAP,
        /** Some of what fell due isn't proved. */
        PARTIAL,
        NONE_DUE,
        /** Nobody says what fell due. It may be nothing, but that isn't known. */
        UNKNOWN
    }

    public CoverageCell {
        gaps = List.copyOf(gaps);
    }

    static CoverageCell noneDue() {
        return new CoverageCell(State.NONE_DUE, List.of(), 0, 0);
    }

    static CoverageCell unknown() {
        return new CoverageCell(State.UNKNOWN, List.of(), 0, 0);
    }

    static CoverageCell ofGaps(List<Period> gaps) {
        return new CoverageCell(gaps.isEmpty() ? State.COMPLETE : State.GAP, gaps, 0, 0);
    }

    static CoverageCell ofCount(int proved, int due) {
        if (due == 0) {
            return noneDue();
        }
        int counted = Math.min(proved, due);
        return new CoverageCell(counted == due ? State.COMPLETE : State.PARTIAL, List.of(), counted, due);
    }
}
