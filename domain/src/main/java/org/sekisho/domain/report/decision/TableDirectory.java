package org.sekisho.domain.report.decision;

import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Decision tables as lists read them. */
public interface TableDirectory {

    /** Sorted by {@code code} (the list's own order, the newest version of a code last), {@code title}, {@code use}, {@code state} or {@code drafted}. */
    Page<TableRow> list(TableFilter filter, PageRequest page);
}
