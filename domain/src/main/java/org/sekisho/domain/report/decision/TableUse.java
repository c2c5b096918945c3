package org.sekisho.domain.report.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.shared.Checks;

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
        if (this == REFERENCE) {
            return table;
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
        return table;
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
