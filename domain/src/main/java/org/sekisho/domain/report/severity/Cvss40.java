package org.sekisho.domain.report.severity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The scoring of CVSS 4.0: specification document, section 8. The score of a macro vector is lowered by the mean of how far the
 * vector lies from the worst vectors of its set, as parts of the way to the next lower sets.
 *
 * <p>Computed in whole numbers: the parts have denominators that divide 840, so nothing depends on how a processor rounds.
 */
final class Cvss40 {

    /** From worst to least, for counting the steps between two values. */
    private static final Map<String, List<String>> STEPS = Map.ofEntries(
            Map.entry("AV", List.of("N", "A", "L", "P")),
            Map.entry("PR", List.of("N", "L", "H")),
            Map.entry("UI", List.of("N", "P", "A")),
            Map.entry("AC", List.of("L", "H")),
            Map.entry("AT", List.of("N", "P")),
            Map.entry("VC", List.of("H", "L", "N")),
            Map.entry("VI", List.of("H", "L", "N")),
            Map.entry("VA", List.of("H", "L", "N")),
            Map.entry("SC", List.of("H", "L", "N")),
            Map.entry("SI", List.of("S", "H", "L", "N")),
            Map.entry("SA", List.of("S", "H", "L", "N")),
            Map.entry("CR", List.of("H", "M", "L")),
            Map.entry("IR", List.of("H", "M", "L")),
            Map.entry("AR", List.of("H", "M", "L")));

    /** The worst vectors of each level, by its equivalence class: EQ1, EQ2, EQ4; and of EQ3 with EQ6. */
    private static final List<List<String>> EQ1 = List.of(
            List.of("AV:N/PR:N/UI:N"),
            List.of("AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"),
            List.of("AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"));

    private static final List<List<String>> EQ2 = List.of(List.of("AC:L/AT:N"), List.of("AC:H/AT:N", "AC:L/AT:P"));
    private static final List<List<String>> EQ4 =
            List.of(List.of("SC:H/SI:S/SA:S"), List.of("SC:H/SI:H/SA:H"), List.of("SC:L/SI:L/SA:L"));
    private static final List<List<List<String>>> EQ3_EQ6 = List.of(
            List.of(
                    List.of("VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"),
                    List.of("VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M")),
            List.of(
                    List.of("VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"),
                    List.of(
                            "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
                            "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
                            "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                            "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
                            "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M")),
            List.of(List.of(), List.of("VC:L/VI:L/VA:L/CR:H/IR:H/AR:H")));

    /** The most steps inside each level (section 8.2, "depth"), by its class. */
    private static final int[] DEPTH_EQ1 = {1, 4, 5};

    private static final int[] DEPTH_EQ2 = {1, 2};
    private static final int[] DEPTH_EQ4 = {6, 5, 4};
    private static final int[][] DEPTH_EQ3_EQ6 = {{7, 6}, {8, 8}, {0, 10}};
    private static final int COMMON = 840;

    private final EffectiveMetrics metrics;

    Cvss40(CvssVector vector) {
        this.metrics = new EffectiveMetrics(vector);
    }

    CvssScore score() {
        if (Stream.of("VC", "VI", "VA", "SC", "SI", "SA").allMatch(each -> metrics.is(each, "N"))) {
            return new CvssScore(0);
        }
        MacroVector macro = MacroVector.of(metrics);
        int worst = macro.score().orElseThrow();
        List<Long> lowered = new ArrayList<>();
        add(lowered, worst, nextEq1(macro), EQ1.get(macro.eq1()), DEPTH_EQ1[macro.eq1()]);
        add(lowered, worst, nextEq2(macro), EQ2.get(macro.eq2()), DEPTH_EQ2[macro.eq2()]);
        add(
                lowered,
                worst,
                nextEq3AndEq6(macro),
                EQ3_EQ6.get(macro.eq3()).get(macro.eq6()),
                DEPTH_EQ3_EQ6[macro.eq3()][macro.eq6()]);
        add(lowered, worst, nextEq4(macro), EQ4.get(macro.eq4()), DEPTH_EQ4[macro.eq4()]);
        // EQ5 has one metric, so its level has one vector: no way to go, but it counts in the mean.
        add(lowered, worst, nextEq5(macro), List.of(), 1);
        return new CvssScore(lower(worst, lowered));
    }

    private void add(List<Long> lowered, int worst, OptionalInt next, Collection<String> worstVectors, int depth) {
        if (next.isPresent()) {
            lowered.add((long) (worst - next.getAsInt()) * steps(worstVectors) * COMMON / depth);
        }
    }

    /** Half a tenth is rounded up, as the specification's tool does. */
    private static int lower(int worst, List<Long> lowered) {
        if (lowered.isEmpty()) {
            return worst;
        }
        long sum = lowered.stream().mapToLong(Long::longValue).sum();
        long unit = (long) COMMON * lowered.size();
        long score = Math.floorDiv(2 * (worst * unit - sum) + unit, 2 * unit);
        return (int) Math.max(0, Math.min(100, score));
    }

    /** The steps to the first of the worst vectors that is nowhere less than this one; none where there is none to compare with. */
    private int steps(Collection<String> worstVectors) {
        for (String each : worstVectors) {
            int steps = 0;
            boolean worse = true;
            for (Map.Entry<String, String> metric : split(each).entrySet()) {
                List<String> order = STEPS.getOrDefault(metric.getKey(), List.of());
                int distance = order.indexOf(metrics.value(metric.getKey())) - order.indexOf(metric.getValue());
                worse &= distance >= 0;
                steps += distance;
            }
            if (worse) {
                return steps;
            }
        }
        return 0;
    }

    private static Map<String, String> split(String part) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : part.split("/")) {
            values.put(each.substring(0, each.indexOf(':')), each.substring(each.indexOf(':') + 1));
        }
        return values;
    }

    private static OptionalInt nextEq1(MacroVector at) {
        return new MacroVector(at.eq1() + 1, at.eq2(), at.eq3(), at.eq4(), at.eq5(), at.eq6()).score();
    }

    private static OptionalInt nextEq2(MacroVector at) {
        return new MacroVector(at.eq1(), at.eq2() + 1, at.eq3(), at.eq4(), at.eq5(), at.eq6()).score();
    }

    private static OptionalInt nextEq4(MacroVector at) {
        return new MacroVector(at.eq1(), at.eq2(), at.eq3(), at.eq4() + 1, at.eq5(), at.eq6()).score();
    }

    private static OptionalInt nextEq5(MacroVector at) {
        return new MacroVector(at.eq1(), at.eq2(), at.eq3(), at.eq4(), at.eq5() + 1, at.eq6()).score();
    }

    /** EQ3 and EQ6 aren't independent: of the two ways down from 00 the one to the higher score counts. */
    private static OptionalInt nextEq3AndEq6(MacroVector at) {
        OptionalInt lowerEq3 = new MacroVector(at.eq1(), at.eq2(), at.eq3() + 1, at.eq4(), at.eq5(), at.eq6()).score();
        OptionalInt lowerEq6 = new MacroVector(at.eq1(), at.eq2(), at.eq3(), at.eq4(), at.eq5(), at.eq6() + 1).score();
        if (at.eq6() == 1) {
            return lowerEq3;
        }
        return at.eq3() == 1 || lowerEq6.orElse(-1) > lowerEq3.orElse(-1) ? lowerEq6 : lowerEq3;
    }
}
