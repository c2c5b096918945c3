package org.sekisho.domain.assurance.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * VERIFY.txt: what the reader of a pack runs to check it with tools that aren't ours, in English and then in Japanese. The texts
 * stand beside this class; the commands in them are the same.
 */
public final class VerifyText {

    private static final List<String> LANGUAGES = List.of("en", "ja");
    private static final String PACK = "{pack}";
    private static final String RULE = "\n" + "=".repeat(72) + "\n\n";

    private VerifyText() {}

    /**
     * The whole file, with line feeds; to be written in UTF-8.
     *
     * @param top the name of the pack's top folder: {@link Pack#name}
     */
    public static String of(String top) {
        return String.join(RULE, LANGUAGES.stream().map(VerifyText::template).toList())
                .replace(PACK, top);
    }

    static String template(String language) {
        String name = "verify_" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(VerifyText.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
