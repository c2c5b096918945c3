package org.sekisho.domain.report.intake;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Imports as pages and lists read them. */
public interface IntakeDirectory {

    /** Sorted by {@code begun}, latest first (the list's own order), {@code state}, {@code tool}, {@code size} or {@code received}. */
    Page<IntakeRow> list(IntakeFilter filter, PageRequest page);

    Optional<IntakeRow> find(UUID id);

    /** Items that became nothing, in the order of the file; sorted by {@code item} or {@code reason}. */
    Page<Rejection> rejections(UUID intake, Optional<RejectReason> reason, PageRequest page);

    /** Items that are the same as earlier findings, in the order of the file; sorted by {@code item} or {@code number}. */
    Page<Repeat> repeats(UUID intake, PageRequest page);
}
