package org.sekisho.domain.report.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An item that is the same as an earlier finding.
 *
 * @param index of the item in the file, from 0
 * @param parts of the fingerprint by which it is the same
 * @param report the report that was made of the finding
 * @param number of that report
 */
public record Repeat(long index, List<String> parts, Optional<UUID> report, OptionalInt number) {

    public Repeat {
        parts = List.copyOf(parts);
    }
}
