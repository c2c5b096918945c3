package org.sekisho.domain.agreement.freeze;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Freezes as pages, lists and packs read them. */
public interface FreezeDirectory {

    /** Sorted by {@code frozenAt} (the list's own order, the newest first), {@code kind} or {@code state}. */
    Page<FreezeRow> list(FreezeFilter filter, PageRequest page);

    Optional<FreezeRow> find(UUID id);
}
