package org.sekisho.domain.report.severity;

import static org.sekisho.domain.shared.Checks.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sekisho.domain.shared.Refusal;

/**
 * A vector of CVSS 3.1 or 4.0 that keeps to its specification, and the score computed from it. A score that somebody states beside
 * a vector is never taken for the score.
 */
public final class CvssVector {

    /** The longest vector of 4.0 with all metrics has 190 characters. */
    static final int LIMIT = 256;

    private static final String PREFIX = "CVSS:";

    private final CvssVersion version;
    private final Map<String, String> metrics;
    private final CvssScore score;

    private CvssVector(CvssVersion version, Map<String, String> metrics) {
        this.version = version;
        this.metrics = metrics;
        this.score = switch (version) {
            case V3_1 -> new Cvss31(this).score();
            case V4_0 -> new Cvss40(this).score();
        };
    }

    /** Whether it is a vector that can be read. */
    public static boolean isReadable(String text) {
        try {
            parse(text);
            return true;
        } catch (Refusal unreadable) {
            return false;
        }
    }

    /**
     * Reads a vector.
     *
     * @throws Refusal with a {@link SeverityError}
     */
    public static CvssVector parse(String text) {
        check(text.length() <= LIMIT && text.startsWith(PREFIX), SeverityError.VECTOR_MALFORMED);
        String[] parts = text.split("/", -1);
        CvssVersion version = version(parts[0].substring(PREFIX.length()));
        Map<String, String> metrics = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            int colon = part.indexOf(':');
            check(colon > 0, SeverityError.VECTOR_MALFORMED);
            String metric = part.substring(0, colon);
            String value = part.substring(colon + 1);
            if (!version.metrics().getOrDefault(metric, Set.of()).contains(value)) {
                throw new Refusal(SeverityError.VECTOR_VALUE, Map.of("metric", metric, "value", value));
            }
            if (metrics.putIfAbsent(metric, value) != null) {
                throw Refusal.of(SeverityError.VECTOR_METRIC_TWICE, "metric", metric);
            }
        }
        for (String metric : version.mandatory()) {
            if (!metrics.containsKey(metric)) {
                throw Refusal.of(SeverityError.VECTOR_METRIC_MISSING, "metric", metric);
            }
        }
        if (version == CvssVersion.V4_0) {
            checkOrder(version, metrics);
        }
        return new CvssVector(version, metrics);
    }

    private static CvssVersion version(String number) {
        return Arrays.stream(CvssVersion.values())
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.of(SeverityError.VECTOR_VERSION, "version", number));
    }

    /** Section 7 of 4.0: metrics may not stand in any order; 3.1 allows it. */
    private static void checkOrder(CvssVersion version, Map<String, String> metrics) {
        List<String> order = version.order();
        int last = -1;
        for (String metric : metrics.keySet()) {
            int place = order.indexOf(metric);
            check(place > last, SeverityError.VECTOR_ORDER, Map.of("metric", metric));
            last = place;
        }
    }

    public CvssVersion version() {
        return version;
    }

    /** The score of all metrics that the vector gives, not of the base metrics alone. */
    public CvssScore score() {
        return score;
    }

    /** The score of the base metrics alone. */
    public CvssScore baseScore() {
        Map<String, String> base = new LinkedHashMap<>(metrics);
        base.keySet().retainAll(version.mandatory());
        return base.size() == metrics.size() ? score : new CvssVector(version, base).score;
    }

    /** The value of a metric, {@code X} where the vector leaves it out. */
    String value(String metric) {
        return metrics.getOrDefault(metric, CvssVersion.NOT_DEFINED);
    }

    boolean is(String metric, String value) {
        return value(metric).equals(value);
    }

    /** The value of the metric as the environment modifies it, else of the base metric. */
    String modified(String metric) {
        String value = value("M" + metric);
        return value.equals(CvssVersion.NOT_DEFINED) ? value(metric) : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CvssVector vector && version == vector.version && metrics.equals(vector.metrics);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, metrics);
    }

    /** The vector as it was read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(PREFIX).append(version.number());
        metrics.forEach(
                (metric, value) -> text.append('/').append(metric).append(':').append(value));
        return text.toString();
    }
}
