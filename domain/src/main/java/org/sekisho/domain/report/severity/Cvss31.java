package org.sekisho.domain.report.severity;

import java.util.Set;

/** The equations of CVSS 3.1: specification document, section 7 and appendix A. */
final class Cvss31 {

    private static final Set<String> TEMPORAL = Set.of("E", "RL", "RC");
    private static final Set<String> ENVIRONMENTAL =
            Set.of("CR", "IR", "AR", "MAV", "MAC", "MPR", "MUI", "MS", "MC", "MI", "MA");

    private final CvssVector vector;

    Cvss31(CvssVector vector) {
        this.vector = vector;
    }

    /** The environmental score where the vector has such a metric, else the temporal, else the base score. */
    CvssScore score() {
        if (defines(ENVIRONMENTAL)) {
            return environmental();
        }
        int base = base();
        return new CvssScore(defines(TEMPORAL) ? roundUp(base / 10.0 * temporal()) : base);
    }

    private boolean defines(Set<String> metrics) {
        return metrics.stream().anyMatch(each -> !vector.is(each, CvssVersion.NOT_DEFINED));
    }

    private int base() {
        boolean changed = vector.is("S", "C");
        double missing =
                (1 - impact(vector.value("C"))) * (1 - impact(vector.value("I"))) * (1 - impact(vector.value("A")));
        double sub = 1 - missing;
        double impact = changed ? 7.52 * (sub - 0.029) - 3.25 * Math.pow(sub - 0.02, 15) : 6.42 * sub;
        double exploitability = 8.22
                * attackVector(vector.value("AV"))
                * attackComplexity(vector.value("AC"))
                * privileges(vector.value("PR"), changed)
                * interaction(vector.value("UI"));
        return combined(impact, exploitability, changed);
    }

    private CvssScore environmental() {
        boolean changed = vector.modified("S").equals("C");
        double missing = (1 - requirement("CR") * impact(vector.modified("C")))
                * (1 - requirement("IR") * impact(vector.modified("I")))
                * (1 - requirement("AR") * impact(vector.modified("A")));
        double sub = Math.min(1 - missing, 0.915);
        double impact = changed ? 7.52 * (sub - 0.029) - 3.25 * Math.pow(sub * 0.9731 - 0.02, 13) : 6.42 * sub;
        double exploitability = 8.22
                * attackVector(vector.modified("AV"))
                * attackComplexity(vector.modified("AC"))
                * privileges(vector.modified("PR"), changed)
                * interaction(vector.modified("UI"));
        return new CvssScore(roundUp(combined(impact, exploitability, changed) / 10.0 * temporal()));
    }

    private static int combined(double impact, double exploitability, boolean changed) {
        if (impact <= 0) {
            return 0;
        }
        double sum = impact + exploitability;
        return roundUp(Math.min(changed ? 1.08 * sum : sum, 10));
    }

    /** Up to the next tenth, in tenths; computed as appendix A does, so that 4.00000000000001 isn't 4.1. */
    private static int roundUp(double value) {
        long hundredThousandths = Math.round(value * 100_000);
        return (int) (hundredThousandths / 10_000 + (hundredThousandths % 10_000 == 0 ? 0 : 1));
    }

    private double temporal() {
        double exploit =
                switch (vector.value("E")) {
                    case "U" -> 0.91;
                    case "P" -> 0.94;
                    case "F" -> 0.97;
                    default -> 1;
                };
        double remediation =
                switch (vector.value("RL")) {
                    case "O" -> 0.95;
                    case "T" -> 0.96;
                    case "W" -> 0.97;
                    default -> 1;
                };
        double confidence =
                switch (vector.value("RC")) {
                    case "U" -> 0.92;
                    case "R" -> 0.96;
                    default -> 1;
                };
        return exploit * remediation * confidence;
    }

    private double requirement(String metric) {
        return switch (vector.value(metric)) {
            case "L" -> 0.5;
            case "H" -> 1.5;
            default -> 1;
        };
    }

    private static double impact(String value) {
        return switch (value) {
            case "H" -> 0.56;
            case "L" -> 0.22;
            default -> 0;
        };
    }

    private static double attackVector(String value) {
        return switch (value) {
            case "N" -> 0.85;
            case "A" -> 0.62;
            case "L" -> 0.55;
            default -> 0.2;
        };
    }

    private static double attackComplexity(String value) {
        return value.equals("L") ? 0.77 : 0.44;
    }

    private static double privileges(String value, boolean changed) {
        return switch (value) {
            case "N" -> 0.85;
            case "L" -> changed ? 0.68 : 0.62;
            default -> changed ? 0.5 : 0.27;
        };
    }

    private static double interaction(String value) {
        return value.equals("N") ? 0.85 : 0.62;
    }
}
