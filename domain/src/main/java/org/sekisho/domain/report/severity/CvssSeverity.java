package org.sekisho.domain.report.severity;

/** The words of CVSS for a score, the same in 3.1 (section 5) and 4.0 (section 6). */
public enum CvssSeverity {
    NONE(0),
    LOW(1),
    MEDIUM(40),
    HIGH(70),
    CRITICAL(90);

    private final int from;

    CvssSeverity(int from) {
        this.from = from;
    }

    /** The word for a score in tenths, from 0 to 100. */
    static CvssSeverity of(int tenths) {
        CvssSeverity found = NONE;
        for (CvssSeverity each : values()) {
            if (tenths >= each.from) {
                found = each;
            }
        }
        return found;
    }
}
