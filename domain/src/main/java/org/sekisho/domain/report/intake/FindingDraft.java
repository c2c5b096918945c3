package org.sekisho.domain.report.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.domain.report.intake.Finding.Component;
import org.sekisho.domain.report.intake.Finding.Level;
import org.sekisho.domain.report.intake.Finding.Location;
import org.sekisho.domain.report.intake.Finding.Reference;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.severity.CvssScore;

/** Collects what a reader finds in one item: cleans texts, keeps lists within their limits and counts what it leaves out. */
public final class FindingDraft {

    private static final Pattern WEAKNESS = Pattern.compile("(?i)cwe[-:_/ ]?0*([1-9][0-9]{0,5})");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> weaknesses = new LinkedHashSet<>();
    private final Set<Component> components = new LinkedHashSet<>();
    private final Set<Location> locations = new LinkedHashSet<>();
    private final Set<ClaimedVector> vectors = new LinkedHashSet<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final Tool tool;
    private String title = "";
    private Standing standing = Standing.UNSAID;
    private Level level = Level.UNSAID;
    private int leftOut;

    public FindingDraft(Tool tool) {
        this.tool = tool;
    }

    /** What found it, cleaned. */
    public static Tool tool(String name, String version, String run) {
        return new Tool(word(name), word(version), word(run));
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
        String paragraph = words.strip();
        if (!paragraph.isEmpty() && text.length() < Finding.TEXT_LIMIT && text.indexOf(paragraph) < 0) {
            text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
        }
        return this;
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
        return add(identifiers, word(number), number);
    }

    /** Adds the number of a weakness, in whatever form it is written; nothing happens where it is none. */
    public FindingDraft weakness(String number) {
        Matcher form = WEAKNESS.matcher(number.strip());
        return form.matches() ? add(weaknesses, "CWE-" + form.group(1), number) : this;
    }

    public FindingDraft component(String name, String version, String identifier) {
        return add(components, new Component(word(name), word(version), word(identifier)), name + identifier);
    }

    public FindingDraft location(String address, long line, String name) {
        int kept = line < 0 || line > Integer.MAX_VALUE ? 0 : (int) line;
        return add(locations, new Location(word(address), kept, word(name)), address + name);
    }

    public FindingDraft vector(String vector, Optional<CvssScore> stated) {
        return add(vectors, ClaimedVector.of(vector, stated), vector);
    }

    /** A score that comes without a vector. */
    public FindingDraft scoreOnly(String name, CvssScore stated) {
        return add(vectors, ClaimedVector.scoreOnly(name, stated), name);
    }

    public FindingDraft reference(String address, String summary) {
        return add(references, new Reference(word(address), word(summary)), address);
    }

    /** The finding; none where it has no words at all. */
    public Optional<Finding> build(Fingerprint fingerprint) {
        title(text.toString());
        identifiers.stream().findFirst().ifPresent(this::title);
        if (title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                title,
                PlainText.of(text.toString(), Finding.TEXT_LIMIT),
                standing,
                List.copyOf(identifiers),
                List.copyOf(weaknesses),
                List.copyOf(components),
                List.copyOf(locations),
                List.copyOf(vectors),
                new ArrayList<>(references),
                level,
                tool,
                fingerprint,
                leftOut));
    }

    private <T> FindingDraft add(Set<T> list, T entry, String words) {
        if (!words.isBlank() && !list.contains(entry)) {
            if (list.size() < Finding.LIST_LIMIT) {
                list.add(entry);
            } else {
                leftOut++;
            }
        }
        return this;
    }

    private static String word(String words) {
        return PlainText.line(words, Finding.WORD_LIMIT);
    }
}
