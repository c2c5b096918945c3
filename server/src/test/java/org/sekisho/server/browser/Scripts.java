package org.sekisho.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Scripts that tests bring into pages; the content security policy doesn't hold for them. */
final class Scripts {

    /** The engine of axe, as its library carries it. */
    static final String AXE = read("/axe.min.js");

    static final String KEYBOARD = read("keyboard.js");

    static final String LISTENING = read("listening.js");

    static final String CSAF_VALIDATOR = read("csaf-validator.js");

    private Scripts() {}

    private static String read(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
