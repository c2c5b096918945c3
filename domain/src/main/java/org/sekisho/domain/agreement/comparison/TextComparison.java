package org.sekisho.domain.agreement.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.Document.Article;
import org.sekisho.domain.agreement.clause.Document.Item;
import org.sekisho.domain.agreement.clause.Document.Paragraph;

/** Puts the texts of two versions side by side, article by article and line by line, and marks what differs within a line. */
public final class TextComparison {

    /** A word, a number, a run of one Japanese script, or a single other character: what a reader takes in at once. */
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsLatin}\\p{Nd}]+|\\p{IsHan}+|[\\p{IsKatakana}\\u30FC]+|\\p{IsHiragana}+|.", Pattern.DOTALL);

    /** Two lines belong together where they share at least this part of their words; others are one gone and one new. */
    private static final double ALIKE = 0.4;

    private record Plain(String label, String text) {}

    private TextComparison() {}

    static List<ArticleDifference> articles(Document before, Document after) {
        Map<String, Article> earlier = byKey(before);
        Map<String, Article> later = byKey(after);
        List<ArticleDifference> differences = new ArrayList<>();
        for (Alignment.Pair pair : Alignment.of(List.copyOf(earlier.keySet()), List.copyOf(later.keySet()))) {
            Article old =
                    pair.before() == Alignment.NONE ? null : before.articles().get(pair.before());
            Article present =
                    pair.after() == Alignment.NONE ? null : after.articles().get(pair.after());
            differences.add(article(old, present));
        }
        return differences;
    }

    /** Lines of any two texts beside each other. */
    public static List<LinePair> of(List<String> before, List<String> after) {
        return lines(plain(before), plain(after));
    }

    private static List<Plain> plain(List<String> lines) {
        return lines.stream().map(line -> new Plain("", line)).toList();
    }

    private static Map<String, Article> byKey(Document document) {
        Map<String, Article> byKey = new LinkedHashMap<>();
        document.articles().forEach(article -> byKey.put(article.key(), article));
        return byKey;
    }

    private static ArticleDifference article(@Nullable Article before, @Nullable Article after) {
        Article shown = after == null ? before : after;
        if (shown == null) {
            throw new IllegalArgumentException("Nothing to compare");
        }
        List<LinePair> lines = lines(lines(before), lines(after));
        Change change;
        if (before == null) {
            change = Change.ADDED;
        } else if (after == null) {
            change = Change.REMOVED;
        } else {
            boolean same = lines.stream().allMatch(line -> line.change() == Change.SAME);
            change = same ? Change.SAME : Change.CHANGED;
        }
        return new ArticleDifference(shown.key(), shown.label(), shown.heading(), change, lines);
    }

    private static List<Plain> lines(@Nullable Article article) {
        List<Plain> lines = new ArrayList<>();
        if (article != null) {
            for (Paragraph paragraph : article.paragraphs()) {
                lines.add(new Plain(paragraph.label(), paragraph.text()));
                for (Item item : paragraph.items()) {
                    lines.add(new Plain(item.label(), item.text()));
                }
                paragraph.table().ifPresent(table -> {
                    lines.add(new Plain("", row(table.columns())));
                    table.rows().forEach(row -> lines.add(new Plain("", row(row))));
                });
            }
        }
        return lines;
    }

    private static String row(List<String> cells) {
        return String.join(" | ", cells);
    }

    private static List<LinePair> lines(List<Plain> before, List<Plain> after) {
        List<LinePair> pairs = new ArrayList<>();
        List<Plain> gone = new ArrayList<>();
        List<Plain> come = new ArrayList<>();
        List<Alignment.Pair> alignment = Alignment.of(
                before.stream().map(Plain::text).toList(),
                after.stream().map(Plain::text).toList());
        for (Alignment.Pair pair : alignment) {
            if (pair.isCommon()) {
                settle(gone, come, pairs);
                Plain old = before.get(pair.before());
                Plain present = after.get(pair.after());
                pairs.add(new LinePair(Change.SAME, whole(old, false), whole(present, false)));
            } else if (pair.after() == Alignment.NONE) {
                gone.add(before.get(pair.before()));
            } else {
                come.add(after.get(pair.after()));
            }
        }
        settle(gone, come, pairs);
        return pairs;
    }

    /** Pairs what went with what came between two lines that stayed, where they are alike, without crossing. */
    private static void settle(List<Plain> gone, List<Plain> come, List<LinePair> into) {
        int next = 0;
        for (Plain old : gone) {
            int match = next;
            while (match < come.size() && !alike(old.text(), come.get(match).text())) {
                match++;
            }
            if (match == come.size()) {
                into.add(new LinePair(Change.REMOVED, whole(old, true), Optional.empty()));
                continue;
            }
            while (next < match) {
                into.add(new LinePair(Change.ADDED, Optional.empty(), whole(come.get(next++), true)));
            }
            into.add(changed(old, come.get(next++)));
        }
        while (next < come.size()) {
            into.add(new LinePair(Change.ADDED, Optional.empty(), whole(come.get(next++), true)));
        }
        gone.clear();
        come.clear();
    }

    private static boolean alike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> common = new HashSet<>(words);
        common.retainAll(others);
        return common.size() >= ALIKE * Math.max(words.size(), others.size());
    }

    private static Set<String> words(String text) {
        return tokens(text).stream().filter(token -> !token.isBlank()).collect(Collectors.toSet());
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(result -> result.group()).toList();
    }

    private static Optional<Line> whole(Plain line, boolean changed) {
        return Optional.of(new Line(line.label(), List.of(new Span(line.text(), changed))));
    }

    private static LinePair changed(Plain before, Plain after) {
        List<String> old = tokens(before.text());
        List<String> present = tokens(after.text());
        List<Span> left = new ArrayList<>();
        List<Span> right = new ArrayList<>();
        for (Alignment.Pair pair : Alignment.of(old, present)) {
            if (pair.before() != Alignment.NONE) {
                append(left, old.get(pair.before()), !pair.isCommon());
            }
            if (pair.after() != Alignment.NONE) {
                append(right, present.get(pair.after()), !pair.isCommon());
            }
        }
        return new LinePair(
                Change.CHANGED,
                Optional.of(new Line(before.label(), left)),
                Optional.of(new Line(after.label(), right)));
    }

    private static void append(List<Span> spans, String token, boolean changed) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).changed() == changed) {
            spans.set(last, new Span(spans.get(last).text() + token, changed));
        } else {
            spans.add(new Span(token, changed));
        }
    }
}
