package org.sekisho.domain.report.intake;

/**
 * How far the reading of a file has come.
 *
 * @param items that were read
 * @param bytes of the file that were read, over all passes; more than its size where it has to be read twice
 */
public record IntakeProgress(long items, long bytes) {

    public IntakeProgress {
        if (items < 0 || bytes < 0) {
            throw new IllegalArgumentException("Progress isn't negative");
        }
    }
}
