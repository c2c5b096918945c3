package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainTest {

    @ParameterizedTest
    @CsvSource({
        "aoba.example, aoba.example",
        "Aoba.EXAMPLE, aoba.example",
        "@aoba.example, aoba.example",
        "青葉銀行.example, xn--6s1a35f47k82e.example",
        "XN--6S1A35F47K82E.example, xn--6s1a35f47k82e.example",
        "aoba。example, aoba.example",
        "ａｏｂａ.example, aoba.example",
        "a.b.c.example, a.b.c.example"
    })
    void oneDomainHasOneForm(String typed, String name) {
        assertEquals(name, MailDomain.of(typed).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example",
                "aoba..example",
                ".example",
                "aoba.example.",
                "-aoba.example",
                "aoba-.example",
                "ao_ba.example",
                "ao ba.example",
                "aoba@aoba.example",
                "192.0.2.1",
                "[192.0.2.1]",
                "aoba.example/",
                "a:b.example"
            })
    void whatIsNoDomainIsRefused(String typed) {
        assertRefused(PartyError.MAIL_DOMAIN_MALFORMED, () -> MailDomain.of(typed));
    }

    @Test
    void labelsAndNamesHaveALimit() {
        assertRefused(PartyError.MAIL_DOMAIN_MALFORMED, () -> MailDomain.of("a".repeat(64) + ".example"));
        assertRefused(PartyError.MAIL_DOMAIN_MALFORMED, () -> new MailDomain("a.".repeat(124) + "example"));
    }

    @Test
    void peopleReadTheirOwnScript() {
        assertEquals("青葉銀行.example", MailDomain.of("青葉銀行.example").readable());
    }
}
