package org.sekisho.proof.verify;

import java.util.List;

/** What the checks of a pack come to. */
public enum PackVerdict {
    /** All checks passed that there was something for. */
    VERIFIED(0),
    /** One check failed. */
    FAILED(1),
    /** The pack is whole and agrees with the key in it, but nobody said whose key that has to be. */
    CONSISTENT(3),
    /** The pack is whole and its signer is the expected one, but of a sample nothing proves that its population was frozen before its seed. */
    SAMPLES_UNPROVEN(4);

    private final int exitCode;

    PackVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public static PackVerdict of(List<CheckResult> results) {
        boolean failed = results.stream().anyMatch(result -> result.outcome() == CheckOutcome.FAILED);
        if (failed || results.isEmpty()) {
            return FAILED;
        }
        List<Check> open = results.stream()
                .filter(result -> result.outcome() == CheckOutcome.NOT_CHECKED)
                .map(CheckResult::check)
                .toList();
        if (open.isEmpty()) {
            return VERIFIED;
        }
        return open.equals(List.of(PackCheck.SAMPLES)) ? SAMPLES_UNPROVEN : CONSISTENT;
    }

    /** What the command line ends with; 2 is kept for a wrong use of it. */
    public int exitCode() {
        return exitCode;
    }
}
