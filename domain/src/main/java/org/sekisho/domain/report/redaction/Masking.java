package org.sekisho.domain.report.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.severity.CvssVector;

/**
 * Masks for one audience. A mask says what kind of thing it hides and, in a content, its number; never how long it is. Product names and
 * versions look like hosts and addresses, so that of components only credentials, personal data and what an author marked are masked.
 */
public final class Masking {

    private static final String OPEN = "[\u25a0 ";

    /** Linear in the text: nothing in it repeats what may match in two ways. */
    private static final Pattern MASK = Pattern.compile("\\[\u25a0 [A-Z_]{1,20}(?: [0-9]{1,6})?\\]");

    private static final Set<SensitiveMatter> OF_COMPONENTS =
            EnumSet.of(SensitiveMatter.CREDENTIALS, SensitiveMatter.PERSONAL_DATA);

    private final Redactor redactor;
    private final Set<SensitiveMatter> masked;

    /** @param masked what this audience doesn't see */
    public Masking(Redactor redactor, Set<SensitiveMatter> masked) {
        this.redactor = redactor;
        this.masked = Set.copyOf(masked);
    }

    /** What this audience doesn't see. */
    public Set<SensitiveMatter> masked() {
        return masked;
    }

    /** Whether a content holds masks: it then isn't what somebody wrote. */
    public static boolean isMasked(ReportContent content) {
        return MASK.matcher(content.canonical()).find();
    }

    /** A single text, such as a title or a reason. */
    public String text(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Passage each : of(text, masked)) {
            out.append(text, at, each.from()).append(OPEN).append(each.matter()).append(']');
            at = each.to();
        }
        return at == 0 ? text : out.append(text, at, text.length()).toString();
    }

    /** The same, cut where masks make it longer than such a text may be. */
    public String text(String text, int limit) {
        String read = text(text);
        return read.length() <= limit ? read : cut(read, limit);
    }

    /** A whole content, its masks numbered through. */
    public MaskedContent content(ReportContent content) {
        return new Run().content(content);
    }

    /**
     * What is masked in a text for this audience: in order, without overlaps.
     *
     * @param matters what rules may find; what an author marked is masked anyway
     */
    private List<Passage> of(String text, Set<SensitiveMatter> matters) {
        if (masked.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        List<Passage> apart = new ArrayList<>();
        redactor.find(text).stream()
                .filter(each -> (each.isMarked() ? masked : matters).contains(each.matter()))
                .sorted(Comparator.comparingInt(Passage::from).thenComparing(Passage::to, Comparator.reverseOrder()))
                .forEach(each -> {
                    Passage last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
                    if (last == null || each.from() >= last.to()) {
                        apart.add(each);
                    } else if (each.to() > last.to()) {
                        apart.set(apart.size() - 1, new Passage(last.from(), each.to(), last.matter(), last.rule()));
                    }
                });
        return apart;
    }

    /** A mask may be longer than what it hides; what no longer fits is left out, never half a character. */
    private static String cut(CharSequence out, int limit) {
        int end = Character.isHighSurrogate(out.charAt(limit - 1)) ? limit - 1 : limit;
        return out.subSequence(0, end).toString();
    }

    /** The masking of one content. */
    private final class Run {

        private final List<MaskedPassage> passages = new ArrayList<>();

        private MaskedContent content(ReportContent content) {
            ReportContent read = new ReportContent(
                    numbered(content.title(), ReportContent.TITLE_LIMIT),
                    numbered(content.text(), ReportContent.TEXT_LIMIT),
                    numbered(content.impact(), ReportContent.TEXT_LIMIT),
                    numbered(content.remedy(), ReportContent.TEXT_LIMIT),
                    content.identifiers().stream().map(this::word).toList(),
                    content.weaknesses().stream().map(this::word).toList(),
                    content.vectors().stream().map(this::vector).toList(),
                    content.components().stream().map(this::component).toList(),
                    content.locations().stream().map(this::location).toList(),
                    content.evidence().stream().map(this::exhibit).toList(),
                    content.references().stream().map(this::word).toList());
            return new MaskedContent(passages.isEmpty() ? content : read, passages);
        }

        /** A vector that can be read says nothing but its metrics; a file may have anything else in its place. */
        private String vector(String claimed) {
            return CvssVector.isReadable(claimed) ? claimed : word(claimed);
        }

        private Component component(Component of) {
            Set<SensitiveMatter> matters = EnumSet.noneOf(SensitiveMatter.class);
            matters.addAll(OF_COMPONENTS);
            matters.retainAll(masked);
            return new Component(
                    numbered(of.name(), ReportContent.WORD_LIMIT, matters),
                    numbered(of.version(), ReportContent.WORD_LIMIT, matters),
                    numbered(of.identifier(), ReportContent.WORD_LIMIT, matters));
        }

        private Location location(Location of) {
            return new Location(word(of.address()), of.line(), word(of.name()));
        }

        private Exhibit exhibit(Exhibit of) {
            return new Exhibit(
                    numbered(of.heading(), ReportContent.TITLE_LIMIT), numbered(of.text(), ReportContent.TEXT_LIMIT));
        }

        private String word(String word) {
            return numbered(word, ReportContent.WORD_LIMIT);
        }

        private String numbered(String text, int limit) {
            return numbered(text, limit, masked);
        }

        private String numbered(String text, int limit, Set<SensitiveMatter> matters) {
            List<Passage> found = of(text, matters);
            if (found.isEmpty()) {
                return text;
            }
            StringBuilder out = new StringBuilder();
            int at = 0;
            for (Passage each : found) {
                int number = passages.size() + 1;
                passages.add(
                        new MaskedPassage(number, each.matter(), each.rule(), text.substring(each.from(), each.to())));
                out.append(text, at, each.from())
                        .append(OPEN)
                        .append(each.matter())
                        .append(' ')
                        .append(number)
                        .append(']');
                at = each.to();
            }
            out.append(text, at, text.length());
            return out.length() <= limit ? out.toString() : cut(out, limit);
        }
    }
}
