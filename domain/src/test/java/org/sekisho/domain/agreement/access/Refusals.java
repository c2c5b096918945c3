package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

/** Expects a refusal with a code. */
public final class Refusals {

    private Refusals() {}

    public static void refused(ErrorCode code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }
}
