package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The approved playbooks of the organisation that receives access. A playbook without an approved version isn't among them.
 */
public record PlaybookFacts(List<ApprovedPlaybook> approved) implements OutsideFact {

    public PlaybookFacts {
        approved = List.copyOf(approved);
    }

    /**
     * A playbook with an approved version.
     *
     * @param code by which the playbooks clause names it
     * @param reviewedOn the day of its last review; its approval counts as one
     * @param exercisedOn the day of the last exercise of any version; empty if it never was
     */
    public record ApprovedPlaybook(String code, LocalDate reviewedOn, Optional<LocalDate> exercisedOn) {}

    Optional<ApprovedPlaybook> find(String code) {
        return approved.stream()
                .filter(playbook -> playbook.code().equals(code))
                .findFirst();
    }
}
