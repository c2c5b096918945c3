package org.sekisho.domain.assurance.control;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as a list shows it.
 *
 * @param controls how many
 * @param draftedBy who took it in, by name where it may be told
 * @param engagements how many engagements that the reader may see go by it
 */
public record CatalogueRow(
        int version,
        Wording title,
        CatalogueState state,
        int controls,
        Optional<String> draftedBy,
        Instant draftedAt,
        Optional<Instant> publishedAt,
        Optional<Instant> withdrawnAt,
        long engagements) {}
