package org.sekisho.proof.verify;

import java.util.List;

/** What the checks of a pack come to. */
public enum PackVerdict {
    /** All checks passed that there was something for. */
    VERIFIED(0),
    /** One check failed. */
    FAILED(1),
    /** The pack is whole and agrees with the key in it, but nobody said whose key that has to be. */
    CONSISTENT(3);

    private final int exitCode;

    PackVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public static PackVerdict of(List<CheckResult> results) {
        boolean failed = results.stream().anyMatch(result -> result.outcome() == CheckOutcome.FAILED);
        boolean passed = results.stream()
                .allMatch(result -> result.outcome() == CheckOutcome.PASSED || result.outcome() == CheckOutcome.ABSENT);
        if (failed || results.isEmpty()) {
            return FAILED;
        }
        return passed ? VERIFIED : CONSISTENT;
    }

    /** What the command line ends with; 2 is kept for a wrong use of it. */
    public int exitCode() {
        return exitCode;
    }
}
