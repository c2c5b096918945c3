package org.sekisho.domain.agreement.phase;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an evaluation stands. */
public enum EvaluationState implements Transitions<EvaluationState> {
    /** Values are collected, parties vote. */
    OPEN,
    /** Every criterion is met and every party agreed to the same values. */
    AGREED,
    /** The next phase was opened by it; an evaluation opens a phase once. */
    APPLIED,
    /** A party declined. */
    DECLINED,
    /** Called off by the coordinator. */
    WITHDRAWN;

    @Override
    public Set<EvaluationState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(AGREED, DECLINED, WITHDRAWN);
            case AGREED -> EnumSet.of(APPLIED, WITHDRAWN);
            case APPLIED, DECLINED, WITHDRAWN -> EnumSet.noneOf(EvaluationState.class);
        };
    }
}
