package org.sekisho.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void aTitleIsInTheCallersLanguage() {
        assertEquals("There is nothing at this address", Problems.title(404, Locale.ENGLISH));
        assertEquals("このアドレスには何もありません", Problems.title(404, Locale.JAPANESE));
    }

    @Test
    void aStatusWithoutWordsOfItsOwnIsStillTold() {
        assertEquals("リクエストは受け付けられませんでした", Problems.title(418, Locale.JAPANESE));
    }
}
