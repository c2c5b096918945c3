package org.sekisho.domain.report.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** For what a table can govern. */
public enum TableUse {
    /** Gives the risk tier of a report. */
    RISK(List.of("LOW", "MEDIUM", "HIGH", "CRITICAL")),
    /** Says whether a report is escalated. */
    ESCALATION(Arrays.stream(EscalationLevel.values()).map(Enum::name).toList()),
    /** Answers questions that aren't known of a report, for people to look up: SSVC's own tables for example. */
    REFERENCE(List.of());

    /** What a table may ask about reports, with the values it has to know. */
    private static final Map<String, Set<String>> ASKED = Map.of(
            "SEVERITY", Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL"),
            "EXPLOITATION", names(ExploitationStage.values()),
            "EXPOSURE", names(Exposure.values()),
            "AUTOMATABLE", Set.of("NO", "YES"),
            "SERVICE", names(ServiceImportance.values()),
            "INSTITUTIONS", names(InstitutionsAffected.values()));

    private final List<String> outcomes;

    TableUse(List<String> outcomes) {
        this.outcomes = outcomes;
    }

    /** Refuses a table that can't govern this: incomplete, asking for what isn't known, or with outcomes that nothing can be done with. */
    public DecisionTable require(DecisionTable table) {
        table.requireComplete();
        requireForm(table);
        return table;
    }

    /** Refuses a table that couldn't govern this however many rows it had. */
    private void requireForm(DecisionTable table) {
        if (this == REFERENCE) {
            return;
        }
        for (Point input : table.inputs()) {
            Set<String> known = ASKED.getOrDefault(input.key(), Set.of());
            boolean fits = Set.copyOf(input.keys()).equals(known);
            Checks.check(fits, DecisionError.NOT_FOR_REPORTS, Map.of("key", input.key()));
        }
        List<String> inOrder =
                outcomes.stream().filter(table.outcome().keys()::contains).toList();
        boolean fits = inOrder.equals(table.outcome().keys());
        Checks.check(
                fits,
                DecisionError.NOT_FOR_REPORTS,
                Map.of("key", table.outcome().key()));
    }

    /** Whether a table has the inputs and outcomes for this; it may still lack rows. */
    boolean hasForm(DecisionTable table) {
        try {
            requireForm(table);
            return true;
        } catch (Refusal unfit) {
            return false;
        }
    }

    /** The tier that an answer of a risk table names. */
    public static RiskTier tier(Evaluation answer) {
        return RiskTier.valueOf(answer.outcome());
    }

    /** What an answer of an escalation table asks for. */
    public static EscalationLevel level(Evaluation answer) {
        return EscalationLevel.valueOf(answer.outcome());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
