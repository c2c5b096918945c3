package org.sekisho.proof.witness;

import java.io.IOException;
import java.io.Serial;

/** A witness doesn't start: why, and because of which setting or file. */
public final class WitnessException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final WitnessProblem problem;
    private final String where;

    WitnessException(WitnessProblem problem, String where) {
        super(problem + ": " + where);
        this.problem = problem;
        this.where = where;
    }

    WitnessException(WitnessProblem problem, String where, Throwable cause) {
        super(problem + ": " + where, cause);
        this.problem = problem;
        this.where = where;
    }

    public WitnessProblem problem() {
        return problem;
    }

    public String where() {
        return where;
    }
}
