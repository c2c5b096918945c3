package org.sekisho.server;

import java.util.Optional;

/** The reason at the bottom of an exception, short enough for a sentence. */
final class OneLine {

    private static final int LONGEST = 300;

    private OneLine() {}

    static String of(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = Optional.ofNullable(deepest.getMessage())
                .filter(text -> !text.isBlank())
                .orElse(deepest.getClass().getSimpleName());
        return of(message);
    }

    static String of(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
