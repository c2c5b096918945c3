package org.sekisho.ejb.party;

import java.util.List;
import org.sekisho.domain.party.provisioning.LineOutcome;

/**
 * What became of a table of people.
 *
 * @param done whether it was carried out; never in a dry run, nor when a line was rejected
 * @param lines all of them, in the order of the file
 */
public record ImportReport(
        boolean done, int created, int updated, int unchanged, int rejected, List<LineOutcome> lines) {

    public ImportReport {
        lines = List.copyOf(lines);
    }
}
