package org.sekisho.domain.report.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.CvssScore;

/**
 * One item of a source, in the product's words: what becomes a report. All texts are what somebody outside wrote.
 *
 * @param title one line, never empty
 * @param text what was found; may be empty where the title says it all
 * @param remedy what is proposed against it; may be empty
 * @param standing what the source says of its effect
 * @param identifiers numbers that it has elsewhere: CVE, GHSA, JVN and the like, without doubles
 * @param weaknesses numbers of the CWE: {@code CWE-79}, without doubles
 * @param components products and packages concerned
 * @param locations where in them
 * @param vectors CVSS vectors
 * @param references addresses to read more; nobody has checked them
 * @param exhibits what shows it, as the source has it
 * @param level how grave the tool calls it, where it doesn't give a vector
 * @param tool what found it, or whose advisory it is
 * @param fingerprint what makes it the same as another
 * @param leftOut how many entries of the lists above were too many to keep; the source file has them
 */
public record Finding(
        String title,
        String text,
        String remedy,
        Standing standing,
        List<String> identifiers,
        List<String> weaknesses,
        List<Component> components,
        List<Location> locations,
        List<ClaimedVector> vectors,
        List<Reference> references,
        List<Exhibit> exhibits,
        Level level,
        Tool tool,
        Fingerprint fingerprint,
        int leftOut) {

    /** The most characters of a title. */
    public static final int TITLE_LIMIT = 200;

    /** The most characters of a text. */
    public static final int TEXT_LIMIT = 100_000;

    /** The most characters of a name, number, version or address. */
    public static final int WORD_LIMIT = 2_000;

    /** The most characters that the exhibits of one finding have together. */
    public static final int EXHIBITS_LIMIT = 200_000;

    /** The most entries of each list. */
    public static final int LIST_LIMIT = 500;

    public Finding {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A finding has a title");
        }
        identifiers = List.copyOf(identifiers);
        weaknesses = List.copyOf(weaknesses);
        components = List.copyOf(components);
        locations = List.copyOf(locations);
        vectors = List.copyOf(vectors);
        references = List.copyOf(references);
        exhibits = List.copyOf(exhibits);
    }

    /** What the source says of the effect, in the words of VEX. */
    public enum Standing {
        AFFECTED,
        NOT_AFFECTED,
        FIXED,
        UNDER_INVESTIGATION,
        /** It says nothing of it. */
        UNSAID
    }

    /** How grave a tool calls it. */
    public enum Level {
        ERROR,
        WARNING,
        NOTE,
        /** It says nothing of it. */
        UNSAID
    }

    /** A product or package; each part may be empty but the name. */
    public record Component(String name, String version, String identifier) {}

    /** A place: address of a file, line from 1 or 0 where unknown, name inside a program. */
    public record Location(String address, int line, String name) {}

    /** An address with what it is about. */
    public record Reference(String address, String summary) {}

    /** What shows a finding: a piece of code, the way of data through it, how to see it. The heading says where it is from. */
    public record Exhibit(String heading, String text) {}

    /** A tool, model or publisher, with version and run where they are known. */
    public record Tool(String name, String version, String run) {}

    /** Its CVE numbers. */
    public List<CveId> cves() {
        return identifiers.stream().flatMap(each -> CveId.find(each).stream()).toList();
    }

    /**
     * The score: the highest computed one, of version 4.0 where there is such a vector; none where no vector has a score. What a
     * source merely states doesn't count.
     */
    public Optional<CvssScore> score() {
        return scores("CVSS:4.0/").or(() -> scores("CVSS:"));
    }

    private Optional<CvssScore> scores(String prefix) {
        Stream<CvssScore> scores = vectors.stream()
                .filter(each -> each.text().startsWith(prefix))
                .flatMap(each -> each.computed().stream());
        return scores.max(Comparator.naturalOrder());
    }
}
