package org.sekisho.domain.report.intake;

/**
 * What a reader made of a file to its end.
 *
 * @param items how many it met
 * @param failedRuns of how many runs the file itself says that they didn't end well
 */
public record FileReading(long items, int failedRuns) {

    public FileReading {
        if (items < 0 || failedRuns < 0) {
            throw new IllegalArgumentException("Nothing is counted below zero");
        }
    }
}
