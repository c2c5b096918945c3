package org.sekisho.ejb.gateway.redaction;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as rules see it: in the normalisation form KC, without what isn't visible, and with letters of other scripts that look like Latin
 * ones in their place. It knows where in the original each of its characters stood.
 */
final class NormalText {

    private static final Normalizer2 FORM = Normalizer2.getNFKCInstance();
    private static final char VOICED = '\u3099';
    private static final char SEMI_VOICED = '\u309a';

    private final String text;
    private final int @Nullable [] from;
    private final int @Nullable [] to;

    private NormalText(String text, int @Nullable [] from, int @Nullable [] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    static NormalText of(String original) {
        int plain = 0;
        while (plain < original.length() && original.charAt(plain) < 0x80) {
            plain++;
        }
        return plain == original.length() ? new NormalText(original, null, null) : new Writer(original).write();
    }

    String text() {
        return text;
    }

    /** Where in the original a character begins. */
    int begin(int index) {
        return from == null ? index : from[index];
    }

    /** Where in the original a character ends. */
    int end(int index) {
        return to == null ? index + 1 : to[index];
    }

    /** Writes one, unit of normalisation by unit. */
    private static final class Writer {

        private final String original;
        private final StringBuilder out;
        private int[] from;
        private int[] to;

        Writer(String original) {
            this.original = original;
            this.out = new StringBuilder(original.length());
            this.from = new int[original.length() + 16];
            this.to = new int[original.length() + 16];
        }

        NormalText write() {
            int at = 0;
            while (at < original.length()) {
                char c = original.charAt(at);
                if (c < 0x80 && (at + 1 == original.length() || original.charAt(at + 1) < 0x80)
                        || isPlainJapanese(c) && !isMarked(at + 1)) {
                    put(c, at, at + 1);
                    at++;
                } else {
                    at = unit(at);
                }
            }
            return new NormalText(out.toString(), from, to);
        }

        /** Kana and ideographs are what they are, unless a mark follows. */
        private static boolean isPlainJapanese(char c) {
            return c >= 0x3041 && c <= 0x3096 || c >= 0x30a1 && c <= 0x30fe || c >= 0x4e00 && c <= 0x9fff;
        }

        private boolean isMarked(int at) {
            if (at == original.length()) {
                return false;
            }
            char next = original.charAt(at);
            return next == VOICED
                    || next == SEMI_VOICED
                    || next >= 0xfe00 && next <= 0xfe0f
                    || next == 0xff9e
                    || next == 0xff9f;
        }

        /** Takes characters up to the next boundary, leaving out what isn't visible. */
        private int unit(int begin) {
            StringBuilder seen = new StringBuilder();
            int at = begin;
            while (at < original.length()) {
                int point = original.codePointAt(at);
                boolean hidden = Lookalikes.isHidden(point);
                if (!hidden && !seen.isEmpty() && FORM.hasBoundaryBefore(point)) {
                    break;
                }
                if (!hidden) {
                    seen.appendCodePoint(point);
                }
                at += Character.charCount(point);
                if (hidden && seen.isEmpty()) {
                    break;
                }
            }
            String normal = FORM.normalize(seen);
            for (int i = 0; i < normal.length(); i++) {
                put(Lookalikes.latin(normal.charAt(i)), begin, at);
            }
            return at;
        }

        private void put(char c, int begin, int end) {
            int index = out.length();
            if (index == from.length) {
                from = Arrays.copyOf(from, index * 2);
                to = Arrays.copyOf(to, index * 2);
            }
            out.append(c);
            from[index] = begin;
            to[index] = end;
        }
    }
}
