package org.sekisho.domain.party.provisioning;

import java.util.Optional;
import org.sekisho.domain.shared.Refusal;

/**
 * What becomes of one line; a dry run gives the same as the import.
 *
 * @param line the line of the file
 * @param email as it stands on the line, for finding it again; shortened
 * @param change what to do; present for {@link Result#CREATED} and {@link Result#UPDATED}
 * @param refusal why the line is rejected
 * @param column at which column; empty when the line as a whole is meant, or isn't rejected
 */
public record LineOutcome(
        int line,
        Result result,
        String email,
        Optional<PersonChange> change,
        Optional<Refusal> refusal,
        Optional<ImportColumn> column) {

    /** What becomes of a line. */
    public enum Result {
        CREATED,
        UPDATED,
        /** The account is as the line says. */
        UNCHANGED,
        /** Nothing of the line is done. */
        REJECTED
    }

    static LineOutcome of(Result result, ImportLine line, String email, PersonChange change) {
        return new LineOutcome(line.number(), result, email, Optional.of(change), Optional.empty(), Optional.empty());
    }

    static LineOutcome unchanged(ImportLine line, String email) {
        return new LineOutcome(
                line.number(), Result.UNCHANGED, email, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The outcome for a line that turned out to be refused when it was carried out. */
    public static LineOutcome rejected(int line, String email, Refusal refusal, Optional<ImportColumn> column) {
        return new LineOutcome(line, Result.REJECTED, email, Optional.empty(), Optional.of(refusal), column);
    }

    public boolean isRejected() {
        return result == Result.REJECTED;
    }

    /** Where in the file the trouble is, as a fragment (RFC 7111 section 2.2 with its rows; a name for the column): {@code row=3;email}. */
    public String pointer() {
        return "row=" + line + column.map(each -> ";" + each.header()).orElse("");
    }
}
