package org.sekisho.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start ends here, and one sentence says why. */
public final class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StartError error;
    private final transient List<String> parameters;

    public StartRefusal(StartError error, String... parameters) {
        this(null, error, parameters);
    }

    /** Keeps what lies underneath for the log; people see the sentence only. */
    public StartRefusal(@Nullable Throwable cause, StartError error, String... parameters) {
        super(error.name() + " " + List.of(parameters), cause);
        this.error = error;
        this.parameters = List.of(parameters);
    }

    public StartError error() {
        return error;
    }

    /** What the sentence names, in the order that {@link StartError} gives. */
    public List<String> parameters() {
        return parameters;
    }
}
