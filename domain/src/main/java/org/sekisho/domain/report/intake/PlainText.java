package org.sekisho.domain.report.intake;

import java.util.regex.Pattern;

/**
 * Words of a source as they may be kept: scripts and formulas stay, for they are neutralised where they are shown, but characters that
 * no page can show, or that make a text look like another, become U+FFFD.
 */
final class PlainText {

    private static final char CUT = '\u2026';
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PlainText() {}

    /** The text, at most so many characters; a longer one ends in an ellipsis. */
    static String of(String words, int limit) {
        return cut(isPlain(words) ? words : UNSAFE.matcher(words).replaceAll("\uFFFD"), limit);
    }

    private static String cut(String words, int limit) {
        String text = words.strip();
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** The text in one line. */
    static String line(String words, int limit) {
        if (isPlain(words)) {
            return cut(words, limit);
        }
        return of(
                words.indexOf('\n') < 0 && words.indexOf('\r') < 0
                        ? words
                        : SPACE.matcher(words).replaceAll(" "),
                limit);
    }

    /** Most texts are; looking is cheaper than matching. */
    private static boolean isPlain(String words) {
        for (int i = 0; i < words.length(); i++) {
            char each = words.charAt(i);
            if (each < ' ' || each > '~') {
                return false;
            }
        }
        return true;
    }
}
