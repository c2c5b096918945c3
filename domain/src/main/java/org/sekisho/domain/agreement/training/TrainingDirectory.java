package org.sekisho.domain.agreement.training;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Training records as pages, lists and packs read them. */
public interface TrainingDirectory {

    /** Sorted by {@code person} (the list's own order), {@code training}, {@code validUntil} or {@code state}. */
    Page<TrainingRow> list(TrainingFilter filter, PageRequest page);

    Optional<TrainingRow> find(UUID id);
}
