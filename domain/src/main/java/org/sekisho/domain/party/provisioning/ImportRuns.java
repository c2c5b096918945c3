package org.sekisho.domain.party.provisioning;

import java.time.Duration;
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

    /** Writes what a batch of lines changed, and lets go of it; what was read before, a run too, has to be read again. */
    void settle();

    /** Forgets how far the run had come before it begins anew. */
    void beginAnew(UUID run);

    /**
     * Those of the person who asks, the latest first. Sorts: {@code checked}, {@code file}, {@code lines}, {@code state}.
     *
     * @param words a part of the file's name
     */
    Page<ImportView> list(Optional<ImportState> state, Optional<String> words, PageRequest page);

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
     * @param lastProgress when it said something last
     * @param kept whether the text of the file is still there, so that it can be carried out
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
            Optional<Instant> lastProgress,
            boolean kept) {

        /** Whether it died with its node: nothing was done, and it may be started again. */
        public boolean isStalled(Instant now) {
            return state == ImportState.RUNNING && !ImportRun.isAlive(begunAt, lastProgress, now);
        }

        /** Whether it may be carried out now. */
        public boolean isStartable(Instant now) {
            return kept
                    && rejected == 0
                    && (state == ImportState.CHECKED || state == ImportState.FAILED || isStalled(now));
        }

        /** How long it may still take, reckoned from the lines done so far; empty before the first are. */
        public Optional<Duration> timeLeft(Instant now) {
            return begunAt.filter(begun -> processed > 0 && processed < total).map(begun -> Duration.between(begun, now)
                    .multipliedBy((long) total - processed)
                    .dividedBy(processed));
        }
    }

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
