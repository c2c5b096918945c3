package org.sekisho.domain.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.Words;

/**
 * An agreement as a list shows it.
 *
 * @param version the row's version, for optimistic locking
 * @param latest the number of the newest version
 * @param governing the number of the version that governs, or governed last
 * @param firstDay the first day of the term: of the version that governs, else of the newest
 * @param lastDay the last day of that term
 * @param phase the phase it is in; empty before it governs
 * @param parties to the version that governs, else to the newest, in the order of the document
 */
public record AgreementRow(
        UUID id,
        int version,
        String number,
        Words title,
        AgreementState state,
        int latest,
        Optional<Integer> governing,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay,
        Optional<Phase> phase,
        List<PartyRow> parties) {

    public AgreementRow {
        parties = List.copyOf(parties);
    }
}
