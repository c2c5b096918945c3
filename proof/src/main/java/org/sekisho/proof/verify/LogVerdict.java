package org.sekisho.proof.verify;

import java.util.List;
import java.util.Set;

/** What the checks of a live log come to. */
public enum LogVerdict {
    /** All checks passed. */
    LOG_VERIFIED(0),
    /** One check failed. */
    LOG_FAILED(1),
    /** The log continues the older checkpoint under one key, but nobody said whose key that has to be. */
    LOG_CONSISTENT(3),
    /** The log contradicts its older checkpoint: both are evidence. */
    LOG_FORKED(4),
    /** The log has fewer entries than its older checkpoint says: both are evidence. */
    LOG_CUT_BACK(5),
    /** The log couldn't be asked, or a file not be read or written: it says nothing about the log. */
    LOG_NOT_CHECKED(6);

    private static final Set<String> UNDECIDED =
            Set.of(LiveProblem.UNREACHABLE.name(), LiveProblem.NOT_SAVED.name(), PackProblem.UNREADABLE.name());

    private final int exitCode;

    LogVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public static LogVerdict of(List<CheckResult> results) {
        for (CheckResult result : results) {
            if (result.outcome() == CheckOutcome.FAILED) {
                return failed(result.problem());
            }
        }
        return results.stream().allMatch(result -> result.outcome() == CheckOutcome.PASSED)
                ? LOG_VERIFIED
                : LOG_CONSISTENT;
    }

    private static LogVerdict failed(String problem) {
        if (problem.equals(LiveProblem.FORKED.name())) {
            return LOG_FORKED;
        }
        if (problem.equals(LiveProblem.CUT_BACK.name())) {
            return LOG_CUT_BACK;
        }
        return UNDECIDED.contains(problem) ? LOG_NOT_CHECKED : LOG_FAILED;
    }

    /** What the command line ends with; 2 is kept for a wrong use of it. */
    public int exitCode() {
        return exitCode;
    }
}
