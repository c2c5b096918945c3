package org.sekisho.proof.log;

import java.io.IOException;
import java.io.Serial;

/** A part of a log is refused. */
public final class LogException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final LogProblem problem;

    public LogException(LogProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public LogException(LogProblem problem, String what) {
        super(problem + ": " + what);
        this.problem = problem;
    }

    public LogProblem problem() {
        return problem;
    }
}
