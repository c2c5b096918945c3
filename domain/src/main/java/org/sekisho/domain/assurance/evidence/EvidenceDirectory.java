package org.sekisho.domain.assurance.evidence;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Evidence as pages, lists and packs read it. */
public interface EvidenceDirectory {

    /** Sorted by {@code arrived}, latest first (the list's own order), {@code section}, {@code proves}, {@code size} or {@code state}. */
    Page<EvidenceRow> list(EvidenceFilter filter, PageRequest page);

    Optional<EvidenceRow> find(UUID id);
}
