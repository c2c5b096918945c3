package org.sekisho.proof.note;

import java.io.IOException;
import java.io.Serial;

/** A note, or a key of notes, is refused. */
public final class NoteException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final NoteProblem problem;

    public NoteException(NoteProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public NoteException(NoteProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public NoteProblem problem() {
        return problem;
    }
}
