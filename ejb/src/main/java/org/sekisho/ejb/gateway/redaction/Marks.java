package org.sekisho.ejb.gateway.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.redaction.Passage;

/**
 * What a text's own structure says: fenced blocks of code and passages that their author marked, which are looked for in the normal text, since
 * full-width signs, spaces of any width and what nobody sees look the same to whoever reads it; and text hidden in tag characters, which only
 * the original has.
 */
final class Marks {

    private static final Map<String, SensitiveMatter> WORDS = Map.of(
            "credentials", SensitiveMatter.CREDENTIALS,
            "personal", SensitiveMatter.PERSONAL_DATA,
            "hosts", SensitiveMatter.HOSTS,
            "exploit", SensitiveMatter.EXPLOIT_CODE,
            "path", SensitiveMatter.ATTACK_PATHS);

    private static final int LONGEST_WORD = 11;
    private static final int LONGEST_NUMBER = 9;

    private Marks() {}

    static List<Passage> find(String original, NormalText normal) {
        List<Passage> structure = new ArrayList<>();
        fences(normal.text(), structure);
        marked(normal.text(), structure);
        List<Passage> found = new ArrayList<>();
        structure.forEach(
                each -> add(found, normal.begin(each.from()), normal.end(each.to() - 1), each.matter(), each.rule()));
        hidden(original, found);
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
            int first = open < 0 ? behindMarkers(text, at, next) : behindQuotes(text, at, next);
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

    /** Where a line's own text begins: behind indentation and signs of quotation. */
    private static int behindQuotes(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '>')) {
            at++;
        }
        return at;
    }

    /** The same, also behind markers of list items, which may begin with a block (CommonMark 0.31, 5.2). */
    private static int behindMarkers(String text, int from, int to) {
        int at = behindQuotes(text, from, to);
        int end = marker(text, at, to);
        while (end > at) {
            at = behindQuotes(text, end, to);
            end = marker(text, at, to);
        }
        return at;
    }

    /** Where the marker of a list item that begins here ends, a space behind it included; where it began, if none does. */
    private static int marker(String text, int from, int to) {
        int at = from;
        while (at < to && at - from < LONGEST_NUMBER && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String signs = at == from ? "-+*" : ".)";
        boolean item = at + 1 < to
                && signs.indexOf(text.charAt(at)) >= 0
                && (text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\t');
        return item ? at + 2 : from;
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
