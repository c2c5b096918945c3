package org.sekisho.ejb.shared;

import java.io.Serial;

/** The act was done before under the same key; the answer is the one that was kept. */
public final class Replayed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String answer;

    public Replayed(String answer) {
        super("The answer was kept", null, false, false);
        this.answer = answer;
    }

    /** The kept answer, as it was rendered. */
    public String answer() {
        return answer;
    }
}
