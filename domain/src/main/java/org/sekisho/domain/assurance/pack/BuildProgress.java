package org.sekisho.domain.assurance.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the building of a pack has come.
 *
 * @param files written so far
 * @param allFiles of the pack
 * @param bytes written so far
 * @param allBytes of the pack
 */
public record BuildProgress(int files, int allFiles, long bytes, long allBytes) {

    /** Before it, the rate says nothing. */
    private static final Duration ESTIMATE_AFTER = Duration.ofSeconds(2);

    /** 0 to 100, rounded down: 100 only when all is written. */
    public int percent() {
        return allBytes == 0 ? 100 * files / allFiles : (int) (100.0 * bytes / allBytes);
    }

    /**
     * How long it takes still, at the rate so far.
     *
     * @param since when the building began, or began again
     */
    public Optional<Duration> left(Instant since, Instant now) {
        Duration spent = Duration.between(since, now);
        if (bytes == 0 || spent.compareTo(ESTIMATE_AFTER) < 0) {
            return Optional.empty();
        }
        double perByte = (double) spent.toMillis() / bytes;
        return Optional.of(Duration.ofMillis(Math.round(perByte * (allBytes - bytes))));
    }
}
