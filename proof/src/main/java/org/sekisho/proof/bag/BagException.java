package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.Serial;

/** A bag is refused: why, and which of its files is the first to fail. */
public final class BagException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BagProblem problem;
    private final String path;

    public BagException(BagProblem problem, String path) {
        super(problem + ": " + path);
        this.problem = problem;
        this.path = path;
    }

    public BagProblem problem() {
        return problem;
    }

    /** The path inside the bag as it was found: it may hold anything, control characters included. */
    public String path() {
        return path;
    }
}
