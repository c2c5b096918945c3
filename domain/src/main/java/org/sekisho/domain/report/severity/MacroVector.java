package org.sekisho.domain.report.severity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One of the 270 sets of like vectors of CVSS 4.0 (specification document, section 8.2 and tables 24 to 29), by the level of each of
 * its six equivalence classes. Level 0 is the worst.
 */
record MacroVector(int eq1, int eq2, int eq3, int eq4, int eq5, int eq6) {

    private static final Map<MacroVector, Integer> SCORES = read();

    static MacroVector of(EffectiveMetrics metrics) {
        return new MacroVector(eq1(metrics), eq2(metrics), eq3(metrics), eq4(metrics), eq5(metrics), eq6(metrics));
    }

    /** The score of its worst vectors in tenths; none where there is no such set. */
    OptionalInt score() {
        Integer score = SCORES.get(this);
        return score == null ? OptionalInt.empty() : OptionalInt.of(score);
    }

    private static int eq1(EffectiveMetrics metrics) {
        boolean network = metrics.is("AV", "N");
        boolean unprivileged = metrics.is("PR", "N");
        boolean alone = metrics.is("UI", "N");
        if (network && unprivileged && alone) {
            return 0;
        }
        return (network || unprivileged || alone) && !metrics.is("AV", "P") ? 1 : 2;
    }

    private static int eq2(EffectiveMetrics metrics) {
        return metrics.is("AC", "L") && metrics.is("AT", "N") ? 0 : 1;
    }

    private static int eq3(EffectiveMetrics metrics) {
        if (metrics.is("VC", "H") && metrics.is("VI", "H")) {
            return 0;
        }
        return metrics.is("VC", "H") || metrics.is("VI", "H") || metrics.is("VA", "H") ? 1 : 2;
    }

    private static int eq4(EffectiveMetrics metrics) {
        if (metrics.is("SI", "S") || metrics.is("SA", "S")) {
            return 0;
        }
        return metrics.is("SC", "H") || metrics.is("SI", "H") || metrics.is("SA", "H") ? 1 : 2;
    }

    private static int eq5(EffectiveMetrics metrics) {
        if (metrics.is("E", "A")) {
            return 0;
        }
        return metrics.is("E", "P") ? 1 : 2;
    }

    private static int eq6(EffectiveMetrics metrics) {
        return (metrics.is("CR", "H") && metrics.is("VC", "H"))
                        || (metrics.is("IR", "H") && metrics.is("VI", "H"))
                        || (metrics.is("AR", "H") && metrics.is("VA", "H"))
                ? 0
                : 1;
    }

    private static Map<MacroVector, Integer> read() {
        Map<MacroVector, Integer> scores = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MacroVector.class.getResourceAsStream("macro-vectors.txt"), "macro-vectors.txt"),
                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    scores.put(
                            levels(line),
                            new BigDecimal(line.substring(7)).movePointRight(1).intValueExact());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(scores);
    }

    private static MacroVector levels(String line) {
        int[] level = line.substring(0, 6).chars().map(digit -> digit - '0').toArray();
        return new MacroVector(level[0], level[1], level[2], level[3], level[4], level[5]);
    }
}
