package org.sekisho.ejb.party;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sekisho.domain.party.provisioning.ImportContext;
import org.sekisho.domain.party.provisioning.LineOutcome;
import org.sekisho.domain.party.provisioning.LineOutcome.Result;
import org.sekisho.domain.party.provisioning.PeopleImport;
import org.sekisho.domain.shared.CsvLine;
import org.sekisho.proof.hash.Sha256;

/**
 * A table of people with what was found in each line.
 *
 * @param counts how many lines had which result
 * @param context what they were compared with
 */
record JudgedTable(List<LineOutcome> lines, PeopleImport counts, ImportContext context) {

    /** SHA-256 of the kept list, in hexadecimal: a line of CSV for each, with number, result, address and code. */
    String hash() {
        StringBuilder list = new StringBuilder();
        for (LineOutcome line : lines) {
            String code = line.refusal().map(refusal -> refusal.code().code()).orElse("");
            list.append(CsvLine.of(List.of(line.line(), line.result(), line.email(), code)));
        }
        return Sha256.hex(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    ImportReport report(boolean done) {
        return new ImportReport(
                done,
                counts.count(Result.CREATED),
                counts.count(Result.UPDATED),
                counts.count(Result.UNCHANGED),
                counts.count(Result.REJECTED),
                lines);
    }
}
