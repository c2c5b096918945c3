package org.sekisho.domain.assurance.evidence;

import java.time.YearMonth;
import org.sekisho.domain.assurance.AssuranceChecks;
import org.sekisho.domain.assurance.EvidenceSection;

/**
 * How much fell due in a month, and how much of it is proved; for sections that are counted.
 *
 * @param proved at most {@code due} counts
 */
public record Count(EvidenceSection section, YearMonth month, int proved, int due) {

    public Count {
        AssuranceChecks.requireNotNegative(proved, "proved");
        AssuranceChecks.requireNotNegative(due, "due");
    }
}
