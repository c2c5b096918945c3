package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.Period;

/**
 * An engagement as lists and the calendar show it.
 *
 * @param agreementNumber the number of the agreement; empty where an organisation is audited on its own account
 * @param audited the name of the responsible party in the reader's language
 * @param firm the name of the audit firm in the reader's language, once appointed
 * @param fieldworkAt when the fieldwork began
 * @param reportingAt when it ended
 * @param requests how many requests it has
 * @param requestsSettled how many of them are accepted
 * @param evidence how many items of evidence it has
 */
public record EngagementRow(
        UUID id,
        String number,
        Optional<UUID> agreement,
        Optional<String> agreementNumber,
        UUID auditedId,
        String audited,
        Optional<UUID> firmId,
        Optional<String> firm,
        Standard standard,
        AssuranceLevel level,
        EngagementState state,
        Period period,
        LocalDate reportDue,
        Optional<Instant> fieldworkAt,
        Optional<Instant> reportingAt,
        Optional<Conclusion> conclusion,
        long requests,
        long requestsSettled,
        long evidence) {

    /** Whether it should have been closed before this day. */
    public boolean isOverdue(LocalDate today) {
        return state != EngagementState.CLOSED && today.isAfter(reportDue);
    }
}
