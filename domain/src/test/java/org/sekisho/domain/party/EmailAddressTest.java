package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.SharedError;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "analyst@aoba.example, analyst@aoba.example",
        "'  Analyst@AOBA.example ', analyst@aoba.example",
        "sato.hanako+trial@aoba.example, sato.hanako+trial@aoba.example",
        "sato@青葉銀行.example, sato@xn--6s1a35f47k82e.example"
    })
    void oneAddressHasOneForm(String typed, String address) {
        assertEquals(address, EmailAddress.of(typed).toString());
        assertEquals(EmailAddress.of(address), EmailAddress.of(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyst",
                "@aoba.example",
                "analyst@",
                "analyst@example",
                "a@b@aoba.example",
                ".a@aoba.example",
                "a.@aoba.example",
                "a..b@aoba.example",
                "\"a b\"@aoba.example",
                "a b@aoba.example",
                "佐藤@aoba.example",
                "<a@aoba.example>",
                "a@aoba.example,b@aoba.example"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertRefused(PartyError.EMAIL_MALFORMED, () -> EmailAddress.of(typed));
    }

    @Test
    void aMissingOrLongAddressIsRefused() {
        assertRefused(SharedError.REQUIRED, () -> EmailAddress.of(" "));
        assertRefused(SharedError.TOO_LONG, () -> EmailAddress.of("a".repeat(250) + "@aoba.example"));
        assertRefused(PartyError.EMAIL_MALFORMED, () -> EmailAddress.of("a".repeat(65) + "@aoba.example"));
        assertRefused(SharedError.MALFORMED, () -> EmailAddress.of("a\u0000@aoba.example"));
    }
}
