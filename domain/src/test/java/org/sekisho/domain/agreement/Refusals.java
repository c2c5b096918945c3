package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

/** What tests say about refusals. */
final class Refusals {

    private Refusals() {}

    static Refusal refuses(ErrorCode code, Executable act) {
        Refusal refusal = assertThrows(Refusal.class, act);
        assertEquals(code, refusal.code());
        return refusal;
    }
}
