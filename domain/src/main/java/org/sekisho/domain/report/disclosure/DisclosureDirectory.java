package org.sekisho.domain.report.disclosure;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Disclosure cases as pages and lists read them. */
public interface DisclosureDirectory {

    /** Sorted by {@code opened} (the list's own order, the latest first), {@code publication}, {@code state}, {@code organisation} or {@code number}. */
    Page<DisclosureRow> list(DisclosureFilter filter, PageRequest page);

    Optional<DisclosureRow> row(UUID id);
}
