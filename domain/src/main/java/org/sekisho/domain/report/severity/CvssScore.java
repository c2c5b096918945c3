package org.sekisho.domain.report.severity;

import java.math.BigDecimal;

/**
 * A score from 0.0 to 10.0, kept in tenths because it has exactly one decimal.
 *
 * @param tenths from 0 to 100
 */
public record CvssScore(int tenths) implements Comparable<CvssScore> {

    public CvssScore {
        if (tenths < 0 || tenths > 100) {
            throw new IllegalArgumentException("A score lies between 0.0 and 10.0: " + tenths + " tenths");
        }
    }

    /** With one decimal. */
    public BigDecimal value() {
        return BigDecimal.valueOf(tenths, 1);
    }

    public CvssSeverity severity() {
        return CvssSeverity.of(tenths);
    }

    @Override
    public int compareTo(CvssScore other) {
        return Integer.compare(tenths, other.tenths);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
