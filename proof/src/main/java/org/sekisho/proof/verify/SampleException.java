package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.Serial;

/** A sample is refused: why, and its file. */
final class SampleException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SampleProblem problem;
    private final String where;

    SampleException(SampleProblem problem, String where) {
        super(problem + ": " + where);
        this.problem = problem;
        this.where = where;
    }

    SampleProblem problem() {
        return problem;
    }

    String where() {
        return where;
    }
}
