package org.sekisho.domain.report.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Disclosure cases as pages and lists read them. */
public interface DisclosureDirectory {

    /** Sorted by {@code opened} (the list's own order, the latest first), {@code publication}, {@code state}, {@code organisation} or {@code number}. */
    Page<DisclosureRow> list(DisclosureFilter filter, PageRequest page);

    Optional<DisclosureRow> row(UUID id);

    /**
     * A case with which somebody has to do something, or which was shown lately.
     *
     * @param reference of the report
     */
    record WaitingCase(
            UUID id,
            String reference,
            UUID organisation,
            Name organisationName,
            DisclosureState state,
            Optional<LocalDate> publishOn,
            Optional<Instant> shownAt) {}

    /**
     * Cases that go on, of which nobody outside was told yet, whose day of publication comes by then, or which were shown to the authority
     * since; the next day of publication first.
     */
    List<WaitingCase> waiting(LocalDate publishedBy, Instant shownSince, int most);
}
