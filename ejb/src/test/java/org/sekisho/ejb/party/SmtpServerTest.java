package org.sekisho.ejb.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    private static final URI PORTAL = URI.create("https://portal.example");

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example, smtp, false, 25",
        "starttls://mail.example, smtp, true, 587",
        "smtps://mail.example, smtps, false, 465",
        "smtp://mail.example:2525, smtp, false, 2525"
    })
    void theSchemeSaysHowTheConnectionIsSecured(String address, String protocol, boolean startTls, int port) {
        SmtpServer server = SmtpServer.of(URI.create(address), PORTAL);
        assertEquals(protocol, server.protocol());
        assertEquals(startTls, server.startTls());
        assertEquals(port, server.port());
    }

    @Test
    void nameAndWordAreDecodedAndToldNowhere() {
        SmtpServer server = SmtpServer.of(URI.create("smtp://us%40er:p+%3A%40ss@mail.example"), PORTAL);
        assertEquals(Optional.of("us@er"), server.user());
        assertEquals(Optional.of("p+:@ss"), server.password());
        assertFalse(server.toString().contains("ss@"));
    }

    @Test
    void mailsComeFromThePortalsHostUnlessSaidOtherwise() {
        assertEquals(
                "sekisho@portal.example",
                SmtpServer.of(URI.create("smtp://m.example"), PORTAL).from());
        assertEquals(
                "sekisho@localhost",
                SmtpServer.of(URI.create("smtp://m.example"), URI.create("http://127.0.0.1:8080"))
                        .from());
        assertEquals(
                "a@b.example",
                SmtpServer.of(URI.create("smtp://m.example?from=a@b.example"), PORTAL)
                        .from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mail.example", "smtp:mail.example", "mail.example"})
    void whatIsNoMailServerIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> SmtpServer.of(URI.create(address), PORTAL));
    }
}
