package org.sekisho.domain.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

/** Asserts that something is refused for exactly one reason. */
public final class Refused {

    private Refused() {}

    public static Refusal with(ErrorCode code, Executable act) {
        Refusal refusal = assertThrows(Refusal.class, act);
        assertEquals(code, refusal.code());
        return refusal;
    }
}
