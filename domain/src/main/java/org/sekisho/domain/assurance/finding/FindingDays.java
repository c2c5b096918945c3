package org.sekisho.domain.assurance.finding;

import java.time.LocalDate;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;

/**
 * The last days of a finding.
 *
 * @param facts by when the audited organisation has checked the facts; afterwards they stand without it
 * @param response by when management has responded; afterwards the audit can be closed without it
 * @param remedy by when what was found is remedied
 */
public record FindingDays(LocalDate facts, LocalDate response, LocalDate remedy) {

    public FindingDays {
        Checks.require(facts, "factsDue");
        Checks.require(response, "responseDue");
        Checks.require(remedy, "remedyDue");
        Checks.check(!response.isBefore(facts) && !remedy.isBefore(response), AssuranceError.FINDING_DAYS_REVERSED);
    }
}
