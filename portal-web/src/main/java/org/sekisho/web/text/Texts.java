package org.sekisho.web.text;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The bundle that pages see as {@code text}: English, and the base of {@link Texts_ja}. */
public class Texts extends ResourceBundle {

    private final Locale language;

    public Texts() {
        this(Locale.ENGLISH);
    }

    protected Texts(Locale language) {
        this.language = language;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return Words.in(language).find(key).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(Words.in(language).keys());
    }
}
