package org.sekisho.domain.report.decision;

import java.util.Optional;

/**
 * What no vector and no published list says of a finding, and only people of the institution know. What nobody said yet counts as
 * {@link ReportFacts} has it.
 */
public record Assessment(
        Optional<Exposure> exposure, Optional<ServiceImportance> service, Optional<InstitutionsAffected> institutions) {

    /** Nobody has said anything yet. */
    public static final Assessment NONE = new Assessment(Optional.empty(), Optional.empty(), Optional.empty());
}
