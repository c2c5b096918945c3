package org.sekisho.domain.report.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.domain.report.intake.Finding.Component;
import org.sekisho.domain.report.intake.Finding.Exhibit;
import org.sekisho.domain.report.intake.Finding.Level;
import org.sekisho.domain.report.intake.Finding.Location;
import org.sekisho.domain.report.intake.Finding.Reference;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.severity.CvssScore;

/** Collects what a reader finds in one item: cleans texts, keeps lists within their limits and counts what it leaves out. */
public final class FindingDraft {

    private static final Pattern WEAKNESS = Pattern.compile("(?i)cwe[-:_/ ]?0*([1-9][0-9]{0,5})");

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private static final String WEAKNESS_PREFIX = "CWE-";
    private static final int WEAKNESS_DIGITS = 6;

    private static final int FENCE_LENGTH = 3;
    private static final int FENCES_LIMIT = 200;

    private final StringBuilder text = new StringBuilder();
    private final Kept<String> identifiers = new Kept<>();
    private final Kept<String> weaknesses = new Kept<>();
    private final Kept<Component> components = new Kept<>();
    private final Kept<Location> locations = new Kept<>();
    private final Kept<ClaimedVector> vectors = new Kept<>();
    private final Kept<Reference> references = new Kept<>();
    private final Kept<Exhibit> exhibits = new Kept<>();
    private final StringBuilder remedy = new StringBuilder();
    private final Tool tool;
    private String title = "";
    private Standing standing = Standing.UNSAID;
    private Level level = Level.UNSAID;
    private int exhibited;
    private int leftOut;

    public FindingDraft(Tool tool) {
        this.tool = tool;
    }

    /** What found it, cleaned. */
    public static Tool tool(String name, String version, String run) {
        return new Tool(word(name), word(version), word(run));
    }

    /** A product, cleaned. */
    public static Component product(String name, String version, String identifier) {
        return new Component(word(name), word(version), word(identifier));
    }

    /** Proposes a title; the first that isn't empty stays. */
    public FindingDraft title(String words) {
        if (title.isEmpty()) {
            title = PlainText.line(words, Finding.TITLE_LIMIT);
        }
        return this;
    }

    /** Adds a paragraph that isn't there yet. */
    public FindingDraft text(String words) {
        paragraph(text, words);
        return this;
    }

    /** Adds a paragraph that isn't there yet to what is proposed against it. */
    public FindingDraft remedy(String words) {
        paragraph(remedy, words);
        return this;
    }

    private static void paragraph(StringBuilder whole, String words) {
        if (words.isEmpty()) {
            return;
        }
        String paragraph = words.strip();
        if (!paragraph.isEmpty() && whole.length() < Finding.TEXT_LIMIT && whole.indexOf(paragraph) < 0) {
            whole.append(whole.isEmpty() ? "" : "\n\n").append(paragraph);
        }
    }

    /** Adds words that show it; what is too much is left out and counted. */
    public FindingDraft exhibit(String heading, String words) {
        if (words.isBlank()) {
            return this;
        }
        String kept = PlainText.of(words, Finding.TEXT_LIMIT);
        if (exhibited + kept.length() > Finding.EXHIBITS_LIMIT) {
            leftOut++;
            return this;
        }
        exhibited += kept.length();
        return add(exhibits, words, () -> new Exhibit(PlainText.line(heading, Finding.TITLE_LIMIT), kept));
    }

    /** Adds code that shows it, between fences that no line of it closes: so it is masked where code is. */
    public FindingDraft code(String heading, String code) {
        if (code.isBlank()) {
            return this;
        }
        String within = PlainText.of(code, Finding.TEXT_LIMIT - 2 * FENCES_LIMIT);
        int longest = FENCE.matcher(within)
                .results()
                .mapToInt(each -> each.end() - each.start())
                .max()
                .orElse(FENCE_LENGTH - 1);
        if (longest >= FENCES_LIMIT - 1) {
            leftOut++;
            return this;
        }
        String fence = "`".repeat(longest + 1);
        return exhibit(heading, fence + "\n" + within + "\n" + fence);
    }

    public FindingDraft standing(Standing said) {
        standing = said;
        return this;
    }

    public FindingDraft level(Level said) {
        level = said;
        return this;
    }

    public FindingDraft identifier(String number) {
        return add(identifiers, number, () -> word(number));
    }

    /** Adds the number of a weakness, in whatever form it is written; nothing happens where it is none. */
    public FindingDraft weakness(String number) {
        if (isWeakness(number)) {
            return add(weaknesses, number, () -> number);
        }
        Matcher form = WEAKNESS.matcher(number.strip());
        return form.matches() ? add(weaknesses, number, () -> "CWE-" + form.group(1)) : this;
    }

    public FindingDraft component(String name, String version, String identifier) {
        return add(components, name.isBlank() ? identifier : name, () -> product(name, version, identifier));
    }

    /** Adds a product that is cleaned already. */
    public FindingDraft component(Component product) {
        return add(components, product.name().isBlank() ? product.identifier() : product.name(), () -> product);
    }

    public FindingDraft location(String address, long line, String name) {
        int kept = line < 0 || line > Integer.MAX_VALUE ? 0 : (int) line;
        return add(locations, address.isBlank() ? name : address, () -> new Location(word(address), kept, word(name)));
    }

    public FindingDraft vector(String vector, Optional<CvssScore> stated) {
        return add(vectors, vector, () -> ClaimedVector.of(vector, stated));
    }

    /** A score that comes without a vector. */
    public FindingDraft scoreOnly(String name, CvssScore stated) {
        return add(vectors, name, () -> ClaimedVector.scoreOnly(name, stated));
    }

    public FindingDraft reference(String address, String summary) {
        return add(references, address, () -> new Reference(word(address), word(summary)));
    }

    /** The finding; none where it has no words at all. */
    public Optional<Finding> build(Fingerprint fingerprint) {
        String words = text.toString();
        title(words);
        if (title.isEmpty() && !identifiers.entries.isEmpty()) {
            title(identifiers.entries.get(0));
        }
        if (title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                title,
                PlainText.of(words, Finding.TEXT_LIMIT),
                PlainText.of(remedy.toString(), Finding.TEXT_LIMIT),
                standing,
                identifiers.entries,
                weaknesses.entries,
                components.entries,
                locations.entries,
                vectors.entries,
                references.entries,
                exhibits.entries,
                level,
                tool,
                fingerprint,
                leftOut));
    }

    /** Adds an entry that isn't there yet, where the source says something at all. */
    private <T> FindingDraft add(Kept<T> list, String words, Supplier<T> entry) {
        if (!words.isBlank() && !list.add(entry.get())) {
            leftOut++;
        }
        return this;
    }

    /** Whether it is written as most write it, which needs no matching. */
    private static boolean isWeakness(String number) {
        int digits = number.length() - WEAKNESS_PREFIX.length();
        if (digits < 1 || digits > WEAKNESS_DIGITS || !number.startsWith(WEAKNESS_PREFIX)) {
            return false;
        }
        for (int i = WEAKNESS_PREFIX.length(); i < number.length(); i++) {
            char digit = number.charAt(i);
            if (digit < (i == WEAKNESS_PREFIX.length() ? '1' : '0') || digit > '9') {
                return false;
            }
        }
        return true;
    }

    private static String word(String words) {
        return PlainText.line(words, Finding.WORD_LIMIT);
    }

    /** Entries without doubles, in order: few are compared with each other, more by their hashes. */
    private static final class Kept<T> {

        private static final int FEW = 8;

        private Set<T> many = Set.of();
        private List<T> entries = List.of();

        /** Whether the entry is there now; false where there are too many. */
        boolean add(T entry) {
            if (entries.size() > FEW ? many.contains(entry) : entries.contains(entry)) {
                return true;
            }
            if (entries.size() == Finding.LIST_LIMIT) {
                return false;
            }
            if (entries.isEmpty()) {
                entries = new ArrayList<>(FEW);
            }
            entries.add(entry);
            if (entries.size() == FEW + 1) {
                many = new HashSet<>(entries);
            } else if (entries.size() > FEW) {
                many.add(entry);
            }
            return true;
        }
    }
}
