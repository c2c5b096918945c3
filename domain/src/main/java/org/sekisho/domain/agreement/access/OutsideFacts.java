package org.sekisho.domain.agreement.access;

import java.util.Optional;

/** What other modules know; what is empty is unknown, because its source is missing or failed. */
public record OutsideFacts(
        Optional<PlaybookFacts> playbooks, Optional<AssuranceFacts> assurance, Optional<UsageFacts> usage) {

    /** Nothing is known. */
    public static OutsideFacts unknown() {
        return new OutsideFacts(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
