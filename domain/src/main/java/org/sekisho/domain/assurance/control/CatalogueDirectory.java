package org.sekisho.domain.assurance.control;

import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Versions of the catalogue as lists read them. */
public interface CatalogueDirectory {

    /** The newest first; also sorted by {@code version}, {@code title}, {@code state} or {@code drafted}. */
    Page<CatalogueRow> list(CatalogueFilter filter, PageRequest page);
}
