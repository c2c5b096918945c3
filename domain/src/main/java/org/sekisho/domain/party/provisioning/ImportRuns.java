package org.sekisho.domain.party.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;

/** The tables of people that the actor handed in, with the outcome of each line. Nobody else sees them. */
public interface ImportRuns {

    /** @throws Refusal when there is none, or it is somebody else's */
    ImportRun require(UUID id);

    /** Adds a checked table, and forgets the content of the person's older ones. */
    void add(ImportRun run);

    /** Keeps the outcome of every line, in place of those before. */
    void keepLines(UUID run, List<LineOutcome> lines);

    /** Says how many lines are carried out, in a transaction of its own; it never goes back. */
    void progress(UUID run, int processed, Instant now);

    /** When the run said something last. */
    Optional<Instant> lastProgress(UUID run);

    /** One table as its page shows it. */
    Optional<ImportView> view(UUID run);

    /** The lines in the order of the file; the sort of the request doesn't matter. */
    Page<ImportLineRow> lines(UUID run, Optional<LineOutcome.Result> result, PageRequest page);

    /**
     * One table.
     *
     * @param processed how many lines are carried out so far
     * @param failure the code of what broke
     * @param lastProgress when it said something last; see {@link ImportRun#isAlive}
     */
    record ImportView(
            UUID id,
            String fileName,
            ImportState state,
            int total,
            int processed,
            int created,
            int updated,
            int unchanged,
            int rejected,
            Optional<String> failure,
            Instant checkedAt,
            Optional<Instant> begunAt,
            Optional<Instant> finishedAt,
            Optional<Instant> lastProgress) {}

    /**
     * What became of one line.
     *
     * @param email as it stands on the line, shortened
     * @param code why it is rejected; the sentence stands under it
     * @param parameters what the sentence needs: texts and numbers
     */
    record ImportLineRow(
            int line,
            LineOutcome.Result result,
            String email,
            Optional<ImportColumn> column,
            Optional<String> code,
            Map<String, Object> parameters) {

        public ImportLineRow {
            parameters = Map.copyOf(parameters);
        }

        /** Why it is rejected, as it was refused. */
        public Optional<Refusal> refusal() {
            return code.map(each -> new Refusal(PartyErrors.ofCode(each), parameters));
        }
    }
}
