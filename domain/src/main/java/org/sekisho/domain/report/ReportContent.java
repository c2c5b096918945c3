package org.sekisho.domain.report;

import java.util.List;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.JsonException;

/**
 * What a revision says. It is hashed and sealed as canonical JSON ({@link ReportContentJson}), so that what a vote covered can be shown
 * byte by byte. All texts are what somebody wrote; an empty text is one that nobody wrote.
 *
 * @param title one line, never empty
 * @param text what was found
 * @param impact what it means for the service
 * @param remedy what is proposed against it
 * @param identifiers numbers that it has elsewhere: CVE, GHSA, JVN and the like
 * @param weaknesses numbers of the CWE
 * @param vectors CVSS vectors
 * @param components products and packages concerned
 * @param locations where in them
 * @param evidence what shows it, each piece under a heading
 * @param references addresses to read more; nobody has checked them
 */
public record ReportContent(
        String title,
        String text,
        String impact,
        String remedy,
        List<String> identifiers,
        List<String> weaknesses,
        List<String> vectors,
        List<Component> components,
        List<Location> locations,
        List<Exhibit> evidence,
        List<String> references) {

    /** The most characters of a title. */
    public static final int TITLE_LIMIT = 200;

    /** The most characters of a text. */
    public static final int TEXT_LIMIT = 100_000;

    /** The most characters of a name, number, version or address. */
    public static final int WORD_LIMIT = 2_000;

    /** The most entries of a list. */
    public static final int LIST_LIMIT = 500;

    /** A product or package; version and identifier may be empty. */
    public record Component(String name, String version, String identifier) {

        public Component {
            name = Checks.requireText(name, "component", WORD_LIMIT);
            version = Checks.optionalText(version, "version", WORD_LIMIT);
            identifier = Checks.optionalText(identifier, "identifier", WORD_LIMIT);
        }
    }

    /** A place: address of a file, line from 1 or 0 where unknown, name inside a program, which may be empty. */
    public record Location(String address, int line, String name) {

        public Location {
            address = Checks.requireText(address, "address", WORD_LIMIT);
            name = Checks.optionalText(name, "name", WORD_LIMIT);
            if (line < 0) {
                throw malformed("line");
            }
        }
    }

    /** A piece of evidence in words or code. */
    public record Exhibit(String heading, String text) {

        public Exhibit {
            heading = Checks.requireText(heading, "heading", TITLE_LIMIT);
            text = Checks.requireText(text, "evidence", TEXT_LIMIT);
        }

        /** The text as a reader sees it, who knows that it is code where it stands: without fences around the whole of it. */
        public String shown() {
            int begun = text.indexOf('\n');
            int ended = text.lastIndexOf('\n');
            if (begun < 0 || ended <= begun) {
                return text;
            }
            String fence = text.substring(0, begun);
            boolean whole = fence.matches("`{3,}") && text.substring(ended + 1).equals(fence);
            String within = text.substring(begun + 1, ended);
            return whole && !within.contains(fence) ? within : text;
        }
    }

    public ReportContent {
        title = Checks.requireText(title, "title", TITLE_LIMIT);
        text = Checks.optionalText(text, "text", TEXT_LIMIT);
        impact = Checks.optionalText(impact, "impact", TEXT_LIMIT);
        remedy = Checks.optionalText(remedy, "remedy", TEXT_LIMIT);
        identifiers = words(identifiers, "identifiers");
        weaknesses = words(weaknesses, "weaknesses");
        vectors = words(vectors, "vectors");
        components = limited(components, "components");
        locations = limited(locations, "locations");
        evidence = limited(evidence, "evidence");
        references = words(references, "references");
    }

    /** A content of title and text alone. */
    public static ReportContent of(String title, String text) {
        return new ReportContent(
                title, text, "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** As canonical JSON. */
    public String canonical() {
        try {
            return ReportContentJson.write(this);
        } catch (JsonException malformed) {
            throw malformed(malformed.where());
        }
    }

    private static List<String> words(List<String> values, String field) {
        return limited(
                values.stream()
                        .map(value -> Checks.requireText(value, field, WORD_LIMIT))
                        .distinct()
                        .toList(),
                field);
    }

    private static <T> List<T> limited(List<T> values, String field) {
        if (values.size() > LIST_LIMIT) {
            throw malformed(field);
        }
        return List.copyOf(values);
    }

    static Refusal malformed(String field) {
        return Refusal.of(ReportError.CONTENT_MALFORMED, "field", field);
    }
}
