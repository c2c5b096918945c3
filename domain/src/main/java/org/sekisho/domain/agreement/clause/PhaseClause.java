package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.shared.Checks;

/**
 * The phases: what the model may be used for in each, and what opens the next.
 *
 * @param first the phase in which the agreement begins
 * @param phases a phase that isn't listed permits nothing
 */
public record PhaseClause(Phase first, List<PhaseRule> phases) implements Clause {

    /** The criterion that is always there, without being listed: the authority's assessment of systemic risk. */
    public static final String SYSTEMIC_RISK = "systemic-risk";

    /** How a value is held against its threshold. */
    public enum Comparison {
        AT_LEAST,
        AT_MOST;

        /** Whether the value meets the threshold. */
        public boolean holds(long value, long threshold) {
            return switch (this) {
                case AT_LEAST -> value >= threshold;
                case AT_MOST -> value <= threshold;
            };
        }
    }

    /** Where a criterion's value comes from. */
    public enum Measurement {
        /** Counted from the system's own records. */
        BY_SYSTEM,
        /** Stated by a person, with evidence. */
        STATED
    }

    /**
     * A criterion that must be met before the next phase opens.
     *
     * @param unit what the threshold counts: percent, days
     */
    public record Criterion(
            String code, Words name, Comparison comparison, long threshold, Words unit, Measurement measurement) {
        public Criterion {
            code = ClauseChecks.code(code, "criterion");
            name.atMost(ClauseChecks.NAME_LIMIT, "criterion");
            Checks.require(comparison, "comparison");
            ClauseChecks.range(threshold, "threshold", 0, 1_000_000_000_000L);
            unit.atMost(50, "unit");
            Checks.require(measurement, "measurement");
            Checks.check(
                    !code.equals(SYSTEMIC_RISK),
                    ClauseError.DUPLICATE,
                    Map.of("field", "criterion", "value", SYSTEMIC_RISK));
        }
    }

    /**
     * One phase.
     *
     * @param purposes what the model may be used for
     * @param criteria what opens the next phase, beside the authority's assessment; none in the last phase
     */
    public record PhaseRule(Phase phase, Set<Purpose> purposes, List<Criterion> criteria) {
        public PhaseRule {
            Checks.require(phase, "phase");
            purposes = ClauseChecks.filledSet(Purpose.class, purposes, "purposes");
            criteria = ClauseChecks.list(criteria, "criteria", 20, Criterion::code);
            Checks.check(phase.next().isPresent() || criteria.isEmpty(), ClauseError.LAST_PHASE_OPENS_NOTHING);
        }
    }

    public PhaseClause {
        Checks.require(first, "first");
        phases = ClauseChecks.list(phases, "phases", Phase.values().length, PhaseRule::phase);
        Checks.check(
                phases.stream().anyMatch(rule -> rule.phase() == first),
                ClauseError.PHASE_MISSING,
                Map.of("first", first.name()));
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.PHASE;
    }

    /** The rule of a phase; empty means that the phase permits nothing. */
    public Optional<PhaseRule> rule(Phase phase) {
        return phases.stream().filter(rule -> rule.phase() == phase).findFirst();
    }

    /** Whether the phase allows the purpose. */
    public boolean allows(Phase phase, Purpose purpose) {
        return rule(phase).filter(rule -> rule.purposes().contains(purpose)).isPresent();
    }
}
