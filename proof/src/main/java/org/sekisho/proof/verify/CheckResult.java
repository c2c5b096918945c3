package org.sekisho.proof.verify;

import java.util.List;

/**
 * One check and what came of it, as codes for whoever puts it into words.
 *
 * @param problem the name of a {@link org.sekisho.proof.bag.BagProblem}, {@link PackProblem}, {@link TrailProblem} or
 *     {@link SampleProblem} where it failed, else empty
 * @param parameters what the sentence needs: when passed, the fingerprint (SIGNATURE, SIGNER, TRAIL_SIGNER), the number of
 *     payload files and bytes (BAG), or the number of proven events, of the log's entries, and of witnesses that had to cosign (TRAIL), the time (TIMESTAMP), or the
 *     number of samples, of those drawn, and of those proven to be frozen before their seed (SAMPLES, also when some weren't and it
 *     counts as not checked); when failed, the first
 *     file or event that fails, or the fingerprint found (OTHER_KEY, OTHER_TRAIL_KEY); when a signer wasn't checked, the
 *     fingerprint to compare
 */
public record CheckResult(Check check, CheckOutcome outcome, String problem, List<Object> parameters) {

    public CheckResult {
        parameters = List.copyOf(parameters);
    }

    static CheckResult passed(Check check, Object... parameters) {
        return new CheckResult(check, CheckOutcome.PASSED, "", List.of(parameters));
    }

    static CheckResult notChecked(Check check, Object... parameters) {
        return new CheckResult(check, CheckOutcome.NOT_CHECKED, "", List.of(parameters));
    }

    static CheckResult absent(Check check) {
        return new CheckResult(check, CheckOutcome.ABSENT, "", List.of());
    }

    static CheckResult failed(Check check, Enum<?> problem, String parameter) {
        return new CheckResult(check, CheckOutcome.FAILED, problem.name(), List.of(parameter));
    }
}
