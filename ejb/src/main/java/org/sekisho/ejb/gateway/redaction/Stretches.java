package org.sekisho.ejb.gateway.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where in a text each rule has to be tried. */
final class Stretches {

    private final List<Rule> rules;
    private final int length;
    private final List<List<Stretch>> byRule;

    /**
     * A part of the text.
     *
     * @param keyword where its keyword begins
     */
    record Stretch(int from, int to, int keyword) {

        boolean isKeywordFirst() {
            return keyword == from;
        }
    }

    Stretches(List<Rule> rules, int length) {
        this.rules = rules;
        this.length = length;
        this.byRule = new ArrayList<>(rules.size());
        rules.forEach(each -> byRule.add(new ArrayList<>(0)));
    }

    /** Adds what lies around a keyword; keywords come in the order of their ends. One character more tells where a word begins. */
    void add(int rule, int begin, int end) {
        Rule.Near near = rules.get(rule).near();
        int from = Math.max(0, begin - near.before() - 1);
        int to = Math.min(length, end + near.after() + 1);
        List<Stretch> stretches = byRule.get(rule);
        int last = stretches.size() - 1;
        if (!near.anchored() && last >= 0 && from <= stretches.get(last).to()) {
            Stretch before = stretches.get(last);
            stretches.set(
                    last, new Stretch(Math.min(from, before.from()), Math.max(to, before.to()), before.keyword()));
        } else {
            stretches.add(new Stretch(from, to, begin));
        }
    }

    /** By where their keywords begin; of those that begin together, the longest first. */
    static List<Stretch> inOrder(List<Stretch> stretches) {
        return stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::keyword).thenComparing(Stretch::to, Comparator.reverseOrder()))
                .toList();
    }

    List<Stretch> of(int rule) {
        return byRule.get(rule);
    }
}
