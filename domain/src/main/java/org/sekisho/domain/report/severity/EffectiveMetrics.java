package org.sekisho.domain.report.severity;

import java.util.Map;

/**
 * What counts in the scoring of CVSS 4.0: a modified metric instead of its base metric, and the worst case for what isn't defined
 * (specification document, sections 3.1, 4.1 and 4.2).
 */
record EffectiveMetrics(CvssVector vector) {

    private static final Map<String, String> WORST = Map.of("E", "A", "CR", "H", "IR", "H", "AR", "H");

    String value(String metric) {
        String worst = WORST.get(metric);
        if (worst == null) {
            return vector.modified(metric);
        }
        String value = vector.value(metric);
        return value.equals(CvssVersion.NOT_DEFINED) ? worst : value;
    }

    boolean is(String metric, String value) {
        return value(metric).equals(value);
    }
}
