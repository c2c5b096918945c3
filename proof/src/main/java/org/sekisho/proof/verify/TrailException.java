package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.Serial;

/** The trail is refused: why, and which of its files, lines or events is the first to fail. */
final class TrailException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TrailProblem problem;
    private final String where;

    TrailException(TrailProblem problem, String where) {
        super(problem + ": " + where);
        this.problem = problem;
        this.where = where;
    }

    TrailProblem problem() {
        return problem;
    }

    String where() {
        return where;
    }
}
