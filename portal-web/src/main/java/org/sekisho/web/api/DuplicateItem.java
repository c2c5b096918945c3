package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.intake.Repeat;
import org.sekisho.domain.report.severity.CvssSeverity;

/**
 * An item that is the same as an earlier finding.
 *
 * @param index in the file, from 0
 * @param parts of the fingerprint by which it is the same
 * @param report that was made of that finding
 * @param number of that report
 * @param severity how grave the file calls the item
 * @param graver whether the report's tables are asked with that severity, because no other file calls it as grave
 */
public record DuplicateItem(
        long index,
        List<String> parts,
        Optional<UUID> report,
        Optional<Integer> number,
        Optional<CvssSeverity> severity,
        boolean graver) {

    static DuplicateItem of(Repeat repeat) {
        return new DuplicateItem(
                repeat.index(),
                repeat.parts(),
                repeat.report(),
                repeat.number().isPresent() ? Optional.of(repeat.number().getAsInt()) : Optional.empty(),
                repeat.severity(),
                repeat.graver());
    }
}
