package org.sekisho.domain.report.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as a list shows it.
 *
 * @param rows how many
 * @param draftedBy whose draft it is or was, by name where it may be told
 */
public record TableRow(
        String code,
        int version,
        String title,
        TableUse use,
        TableState state,
        int rows,
        Optional<String> draftedBy,
        Instant draftedAt,
        Optional<Instant> adoptedAt,
        Optional<Instant> retiredAt) {}
