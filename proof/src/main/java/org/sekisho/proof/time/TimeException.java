package org.sekisho.proof.time;

import java.io.IOException;
import java.io.Serial;

/** A time-stamp is refused. */
public final class TimeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TimeProblem problem;

    TimeException(TimeProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    TimeException(TimeProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public TimeProblem problem() {
        return problem;
    }
}
