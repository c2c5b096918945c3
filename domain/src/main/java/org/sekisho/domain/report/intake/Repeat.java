package org.sekisho.domain.report.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.sekisho.domain.report.severity.CvssSeverity;

/**
 * An item that is the same as an earlier finding.
 *
 * @param index of the item in the file, from 0
 * @param parts of the fingerprint by which it is the same
 * @param report the report that was made of the finding
 * @param number of that report
 * @param severity how grave the file calls the item, by score or word
 * @param graver whether that is the gravest said of the report since the file that it came with, so that the tables are asked with it
 */
public record Repeat(
        long index,
        List<String> parts,
        Optional<UUID> report,
        OptionalInt number,
        Optional<CvssSeverity> severity,
        boolean graver) {

    public Repeat {
        parts = List.copyOf(parts);
    }
}
