package org.sekisho.domain.report.release;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Releases as lists read them: those that the asker may see. */
public interface ReleaseDirectory {

    /** Sorted by {@code requested} (the list's own order, the latest first), {@code state} or {@code recipient}. */
    Page<ReleaseRow> list(ReleaseFilter filter, PageRequest page);

    Optional<ReleaseRow> find(UUID release);
}
