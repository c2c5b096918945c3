package org.sekisho.domain.assurance.pack;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Packs as pages and lists read them. */
public interface PackDirectory {

    /** Sorted by {@code requested}, latest first (the list's own order), {@code state} or {@code size}. */
    Page<PackRow> list(PackFilter filter, PageRequest page);

    Optional<PackRow> find(UUID id);

    /**
     * Latest first; sorted by {@code begun} or {@code person}.
     *
     * @param words a part of the name of who downloaded it
     */
    Page<DownloadRow> downloads(UUID pack, Optional<String> words, PageRequest page);
}
