package org.sekisho.web.text;

import java.util.Locale;

/** The bundle that pages see as {@code text}, in Japanese. The name is what {@link java.util.ResourceBundle} asks for. */
public class Texts_ja extends Texts {

    public Texts_ja() {
        super(Locale.JAPANESE);
    }
}
