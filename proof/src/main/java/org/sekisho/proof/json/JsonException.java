package org.sekisho.proof.json;

import java.io.Serial;

/** A text that isn't acceptable JSON, or a value that isn't what was asked for. */
public final class JsonException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final JsonProblem problem;
    private final String where;

    public JsonException(JsonProblem problem, String where) {
        super(problem + ": " + where);
        this.problem = problem;
        this.where = where;
    }

    public JsonProblem problem() {
        return problem;
    }

    /** The member's name or the position in the text (counted from 0); never the content. */
    public String where() {
        return where;
    }
}
