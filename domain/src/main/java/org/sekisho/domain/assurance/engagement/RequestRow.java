package org.sekisho.domain.assurance.engagement;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;

/**
 * A request as lists show it.
 *
 * @param organisation the name of the one that was asked, in the reader's language
 * @param evidence how many items answer it
 * @param returnReason why the last answer was returned; empty otherwise
 * @param withdrawalReason why the request was withdrawn; empty otherwise
 */
public record RequestRow(
        UUID id,
        UUID engagement,
        String engagementNumber,
        int number,
        UUID organisationId,
        String organisation,
        EvidenceSection section,
        String item,
        Period period,
        LocalDate due,
        RequestState state,
        int evidence,
        String returnReason,
        String withdrawalReason) {

    /** Whether an answer is missing although its day has passed. */
    public boolean isOverdue(LocalDate today) {
        return state.waitsForAnswer() && today.isAfter(due);
    }
}
