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
 * @param proofs of events made so far, which comes before the writing
 * @param allProofs to make; 0 until that is known
 */
public record BuildProgress(int files, int allFiles, long bytes, long allBytes, int proofs, int allProofs) {

    /** A proof counts like so many bytes: about its length in a log of a million events. */
    private static final long BYTES_PER_PROOF = 1_500;

    /** Before it, the rate says nothing. */
    private static final Duration ESTIMATE_AFTER = Duration.ofSeconds(2);

    /** 0 to 100, rounded down: 100 only when all is written. */
    public int percent() {
        return allWork() == 0 ? 100 * files / allFiles : (int) (100.0 * work() / allWork());
    }

    /** What is done, in bytes and what counts like them. */
    public long work() {
        return bytes + proofs * BYTES_PER_PROOF;
    }

    /** What has to be done, in bytes and what counts like them. */
    public long allWork() {
        return allBytes + allProofs * BYTES_PER_PROOF;
    }

    /** Whether events are being proven still. */
    public boolean isProving() {
        return proofs < allProofs;
    }

    /**
     * How long it takes still, at the rate so far.
     *
     * @param since when the building began, or began again
     */
    public Optional<Duration> left(Instant since, Instant now) {
        Duration spent = Duration.between(since, now);
        if (work() == 0 || spent.compareTo(ESTIMATE_AFTER) < 0) {
            return Optional.empty();
        }
        double perByte = (double) spent.toMillis() / work();
        return Optional.of(Duration.ofMillis(Math.round(perByte * (allWork() - work()))));
    }
}
