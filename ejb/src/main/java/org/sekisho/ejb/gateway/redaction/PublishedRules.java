package org.sekisho.ejb.gateway.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ahocorasick.trie.PayloadTrie;
import org.sekisho.domain.report.redaction.Passage;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.ejb.gateway.redaction.Stretches.Stretch;

/**
 * The published rules. One pass over the text finds all keywords (Aho-Corasick); expressions, which match in linear time (RE2), are tried
 * only in the stretches around them. Stretches of one rule that touch are joined, so that no text makes a rule look at anything twice.
 */
final class PublishedRules implements Redactor {

    /** In a run of digits, single ones of these don't count. */
    private static final String BETWEEN_DIGITS = " -";

    private final List<Rule> rules;
    /** The expressions at the beginning of a stretch, and behind its first character. */
    private final List<Pattern> begins;

    private final List<Pattern> follows;
    private final PayloadTrie<List<Integer>> keywords;

    PublishedRules() {
        this(RuleFile.published());
    }

    PublishedRules(List<Rule> rules) {
        this.rules = rules;
        this.begins = rules.stream()
                .map(each -> Pattern.compile("\\A(?:" + each.expression().pattern() + ")"))
                .toList();
        this.follows = rules.stream()
                .map(each ->
                        Pattern.compile("\\A[\\s\\S](?:" + each.expression().pattern() + ")"))
                .toList();
        Map<String, List<Integer>> byKeyword = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            for (String keyword : rules.get(i).near().keywords()) {
                byKeyword
                        .computeIfAbsent(keyword.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(i);
            }
        }
        PayloadTrie.PayloadTrieBuilder<List<Integer>> builder = PayloadTrie.builder();
        byKeyword.forEach((keyword, of) -> builder.addKeyword(keyword, List.copyOf(of)));
        this.keywords = builder.ignoreCase().build();
    }

    @Override
    public List<Passage> find(String text) {
        NormalText normal = NormalText.of(text);
        List<Passage> found = Marks.find(text, normal);
        Stretches stretches = new Stretches(rules, normal.text().length());
        keywords.parseText(normal.text(), emit -> {
            for (int rule : emit.getPayload()) {
                stretches.add(rule, emit.getStart(), emit.getEnd() + 1);
            }
            return true;
        });
        digits(normal.text(), stretches);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).near().anchored()) {
                anchored(i, normal, stretches.of(i), found);
            } else {
                for (Stretch each : stretches.of(i)) {
                    search(rules.get(i), normal, each, found);
                }
            }
        }
        return found;
    }

    private void digits(String text, Stretches stretches) {
        int begin = -1;
        int count = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : 0;
            if (c >= '0' && c <= '9') {
                begin = begin < 0 ? at : begin;
                count++;
            } else if (begin >= 0
                    && !(BETWEEN_DIGITS.indexOf(c) >= 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9')) {
                for (int i = 0; i < rules.size(); i++) {
                    if (rules.get(i).near().digits() > 0
                            && count >= rules.get(i).near().digits()) {
                        stretches.add(i, begin, at);
                    }
                }
                begin = -1;
                count = 0;
            }
        }
    }

    /** Tries a rule at each of its keywords, but for those within what it found. */
    private void anchored(int index, NormalText normal, List<Stretch> stretches, List<Passage> found) {
        Rule rule = rules.get(index);
        int behind = 0;
        for (Stretch each : Stretches.inOrder(stretches)) {
            if (each.keyword() < behind || !rule.near().hasSigns(normal.text(), each.from(), each.to())) {
                continue;
            }
            // The character before tells whether a word begins here.
            boolean first = each.isKeywordFirst();
            Matcher matcher =
                    (first ? begins : follows).get(index).matcher(normal.text().substring(each.from(), each.to()));
            if (matcher.find()) {
                int from = rule.group() == 0 && !first ? 1 : matcher.start(rule.group());
                behind = each.from() + matcher.end();
                take(rule, normal, each.from() + from, each.from() + matcher.end(rule.group()), found);
            }
        }
    }

    private static void search(Rule rule, NormalText normal, Stretch where, List<Passage> found) {
        String text = normal.text();
        if (!rule.near().hasSigns(text, where.from(), where.to())) {
            return;
        }
        Matcher matcher = rule.expression().matcher(text.substring(where.from(), where.to()));
        while (matcher.find()) {
            boolean cut = matcher.start() == 0 && where.from() > 0 && isWithinWord(text, where.from());
            if (!cut) {
                take(
                        rule,
                        normal,
                        where.from() + matcher.start(rule.group()),
                        where.from() + matcher.end(rule.group()),
                        found);
            }
        }
    }

    private static void take(Rule rule, NormalText normal, int from, int to, List<Passage> found) {
        String text = normal.text();
        if (to > from
                && rule.check().passes(text, from, to)
                && !rule.except().contains(text.substring(from, to).toLowerCase(Locale.ROOT))) {
            found.add(new Passage(normal.begin(from), normal.end(to - 1), rule.matter(), rule.id()));
        }
    }

    private static boolean isWithinWord(String text, int at) {
        return isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
    }

    private static boolean isWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c) || c == '_';
    }
}
