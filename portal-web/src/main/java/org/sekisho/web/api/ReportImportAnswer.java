package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.intake.IntakeRow;
import org.sekisho.domain.report.intake.IntakeTally;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.ejb.report.intake.IntakeLine;

/**
 * An import of reports as the interface tells it. Every item is counted once: received is created, duplicates and rejected together.
 *
 * @param state STAGING, PUBLISHED, REFUSED or ABANDONED
 * @param brokenOff whether whoever read it has gone, so that it can be taken over
 * @param repeated whether the same file was there before: then nothing is created, and everything in it is a duplicate
 * @param rejectedCount how many items were rejected
 * @param rejected the first of them; the others are read page by page
 * @param failedRuns of how many runs the file says itself that they didn't end well
 * @param failure the code of what refused the file
 */
public record ReportImportAnswer(
        UUID id,
        String state,
        boolean brokenOff,
        boolean repeated,
        long received,
        long created,
        long duplicates,
        long rejectedCount,
        List<RejectedItem> rejected,
        int failedRuns,
        ReadingProgress progress,
        Optional<String> failure,
        UUID agreement,
        int agreementVersion,
        String format,
        String environment,
        String tool,
        String toolVersion,
        String run,
        String label,
        String fileName,
        String sha256,
        long size,
        Instant begunAt,
        Optional<Instant> endedAt) {

    /** How far the reading has come; bytes may exceed the size where a file is read twice. */
    public record ReadingProgress(long items, long bytes) {}

    /**
     * An item that became nothing.
     *
     * @param index in the file, from 0
     * @param pointer to what is wrong (RFC 6901)
     * @param keyword of the schema that isn't kept
     */
    public record RejectedItem(long index, String pointer, String reason, Optional<String> keyword) {

        static RejectedItem of(Rejection rejection) {
            return new RejectedItem(
                    rejection.index(),
                    rejection.pointer(),
                    rejection.reason().name(),
                    Optional.of(rejection.keyword()).filter(word -> !word.isEmpty()));
        }
    }

    static ReportImportAnswer of(IntakeLine line, boolean repeated, List<Rejection> rejected) {
        IntakeRow row = line.row();
        IntakeTally tally = row.tally();
        return new ReportImportAnswer(
                row.id(),
                row.state().name(),
                line.brokenOff(),
                repeated,
                tally.received(),
                repeated ? 0 : tally.created(),
                repeated ? tally.created() + tally.duplicates() : tally.duplicates(),
                tally.rejected(),
                rejected.stream().map(RejectedItem::of).toList(),
                row.failedRuns(),
                new ReadingProgress(row.progress().items(), row.progress().bytes()),
                row.failure().map(failure -> failure.code()),
                row.agreement(),
                row.agreementVersion(),
                row.format().word(),
                row.environment(),
                row.tool(),
                row.toolVersion(),
                row.run(),
                row.label().name(),
                line.fileName(),
                row.sha256(),
                row.size(),
                row.begunAt(),
                row.endedAt());
    }
}
