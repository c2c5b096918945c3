package org.sekisho.domain.agreement.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the document says beside the clauses.
 *
 * @param number the agreement's number
 * @param version the version's number, from 1
 * @param title the agreement's title
 * @param parties who concludes it, in the order of the document
 * @param governsFrom the first day on which this version governs; empty = the first day of the term
 */
public record DocumentHead(
        String number, int version, Words title, List<NamedParty> parties, Optional<LocalDate> governsFrom) {

    /** A party under its full name. */
    public record NamedParty(PartyRole role, Words name) {}

    public DocumentHead {
        parties = List.copyOf(parties);
    }
}
