package org.sekisho.ejb.gateway.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.redaction.Passage;

/**
 * What a text's own structure says: fenced blocks of code, passages that their author marked, and text hidden in tag characters. Read in one
 * pass over the original.
 */
final class Marks {

    private static final Map<String, SensitiveMatter> WORDS = Map.of(
            "credentials", SensitiveMatter.CREDENTIALS,
            "personal", SensitiveMatter.PERSONAL_DATA,
            "hosts", SensitiveMatter.HOSTS,
            "exploit", SensitiveMatter.EXPLOIT_CODE,
            "path", SensitiveMatter.ATTACK_PATHS);

    private static final int LONGEST_WORD = 11;

    private Marks() {}

    static List<Passage> find(String text) {
        List<Passage> found = new ArrayList<>();
        fences(text, found);
        marked(text, found);
        hidden(text, found);
        return found;
    }

    /** A block that nobody closes goes on to the end: rather too much is masked than too little. */
    private static void fences(String text, List<Passage> found) {
        int open = -1;
        char mark = 0;
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            int first = at;
            while (first < next
                    && (text.charAt(first) == ' ' || text.charAt(first) == '\t' || text.charAt(first) == '>')) {
                first++;
            }
            char c = first < next ? text.charAt(first) : 0;
            int run = first;
            while (run < next && (c == '`' || c == '~') && text.charAt(run) == c) {
                run++;
            }
            if (open < 0 && run - first >= 3) {
                open = next;
                mark = c;
                length = run - first;
            } else if (open >= 0
                    && c == mark
                    && run - first >= length
                    && text.substring(run, next).isBlank()) {
                add(found, open, at, SensitiveMatter.EXPLOIT_CODE, "fenced-code");
                open = -1;
            }
            at = next;
        }
        if (open >= 0) {
            add(found, open, text.length(), SensitiveMatter.EXPLOIT_CODE, "fenced-code");
        }
    }

    /** {@code [[hosts: …]]}; what nobody closes goes on to the end. */
    private static void marked(String text, List<Passage> found) {
        int at = text.indexOf("[[");
        while (at >= 0) {
            int colon = text.indexOf(':', at);
            int next = at + 2;
            if (colon > 0 && colon - at - 2 <= LONGEST_WORD) {
                SensitiveMatter matter =
                        WORDS.get(text.substring(at + 2, colon).strip().toLowerCase(Locale.ROOT));
                if (matter != null) {
                    int end = text.indexOf("]]", colon);
                    next = end < 0 ? text.length() : end + 2;
                    add(found, at, next, matter, Passage.MARKED);
                }
            }
            at = text.indexOf("[[", next);
        }
    }

    private static void hidden(String text, List<Passage> found) {
        int at = text.indexOf('\udb40');
        while (at >= 0) {
            int end = at;
            while (end + 1 < text.length() && Lookalikes.isTag(text.codePointAt(end))) {
                end += 2;
            }
            if (end > at) {
                add(found, at, end, SensitiveMatter.CREDENTIALS, "hidden-text");
            }
            at = text.indexOf('\udb40', Math.max(end, at + 1));
        }
    }

    private static void add(List<Passage> found, int from, int to, SensitiveMatter matter, String rule) {
        if (to > from) {
            found.add(new Passage(from, to, matter, rule));
        }
    }
}
