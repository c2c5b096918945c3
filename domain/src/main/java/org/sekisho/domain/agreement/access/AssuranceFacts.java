package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the audits of an agreement show. Whether one is overdue is not among it: that is computed from the clause.
 *
 * @param lastClosedOn the day on which the last engagement was closed; empty if none ever was
 * @param underWay the engagement that is under way or scheduled next
 * @param openCriticalActions every corrective action of critical severity that isn't done; empty if there is none
 */
public record AssuranceFacts(
        Optional<LocalDate> lastClosedOn, Optional<Engagement> underWay, List<CorrectiveAction> openCriticalActions)
        implements OutsideFact {

    public AssuranceFacts {
        openCriticalActions = List.copyOf(openCriticalActions);
    }

    /**
     * An engagement that isn't closed.
     *
     * @param number by which people call it
     * @param state the constant of the assurance module's own states
     * @param reportDue the day by which it is to be closed
     */
    public record Engagement(String number, Enum<?> state, LocalDate reportDue) {}

    /**
     * A corrective action that isn't done.
     *
     * @param number by which people call it
     * @param due the last day on which it is in time
     */
    public record CorrectiveAction(String number, LocalDate due) {}
}
