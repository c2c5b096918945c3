package org.sekisho.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Refusal;

/** What a report says, as the fields of a form: lists are lines, and what has several parts has them parted by upright strokes. */
public class ReportFields {

    private static final String PARTED = " | ";

    /** A piece of evidence; both fields empty where none is added. */
    public static class Piece {

        private String heading;
        private String text;

        Piece(String heading, String text) {
            this.heading = heading;
            this.text = text;
        }

        public String getHeading() {
            return heading;
        }

        public void setHeading(String heading) {
            this.heading = orEmpty(heading);
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = orEmpty(text);
        }
    }

    private String title = "";
    private String text = "";
    private String impact = "";
    private String remedy = "";
    private String identifiers = "";
    private String weaknesses = "";
    private String vectors = "";
    private String components = "";
    private String locations = "";
    private String references = "";
    private final List<Piece> evidence = new ArrayList<>();

    /** Empty fields, with room for two pieces of evidence. */
    ReportFields() {
        evidence.add(new Piece("", ""));
        evidence.add(new Piece("", ""));
    }

    /** The fields of what a report says, with room for one more piece of evidence. */
    ReportFields(ReportContent content) {
        title = content.title();
        text = content.text();
        impact = content.impact();
        remedy = content.remedy();
        identifiers = String.join("\n", content.identifiers());
        weaknesses = String.join("\n", content.weaknesses());
        vectors = String.join("\n", content.vectors());
        components = lines(content.components(), each -> parted(each.name(), each.version(), each.identifier()));
        locations = lines(
                content.locations(),
                each -> parted(each.address(), each.line() == 0 ? "" : Integer.toString(each.line()), each.name()));
        references = String.join("\n", content.references());
        content.evidence().forEach(each -> evidence.add(new Piece(each.heading(), each.text())));
        evidence.add(new Piece("", ""));
    }

    ReportContent content() {
        return new ReportContent(
                title,
                text,
                impact,
                remedy,
                lines(identifiers),
                lines(weaknesses),
                lines(vectors),
                lines(components).stream().map(ReportFields::component).toList(),
                lines(locations).stream().map(ReportFields::location).toList(),
                evidence.stream()
                        .filter(piece -> !piece.heading.isBlank() || !piece.text.isBlank())
                        .map(piece -> new Exhibit(piece.heading, piece.text))
                        .toList(),
                lines(references));
    }

    private static Component component(String line) {
        String[] parts = line.split("\\|", 3);
        return new Component(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static Location location(String line) {
        String[] parts = line.split("\\|", 3);
        String number = part(parts, 1);
        if (!number.matches("[0-9]{0,9}")) {
            throw Refusal.of(ReportError.CONTENT_MALFORMED, "field", "locations");
        }
        return new Location(part(parts, 0), number.isEmpty() ? 0 : Integer.parseInt(number), part(parts, 2));
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at].strip() : "";
    }

    private static String parted(String... parts) {
        String whole = String.join(PARTED, parts);
        return whole.replaceAll("( \\| ?)+$", "");
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static <T> String lines(List<T> list, Function<T, String> line) {
        return list.stream().map(line).collect(Collectors.joining("\n"));
    }

    /** Forms send line breaks as two characters: what nobody touched would come back as something else. */
    private static String orEmpty(String given) {
        return given == null ? "" : given.replace("\r\n", "\n");
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = orEmpty(title);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = orEmpty(text);
    }

    public String getImpact() {
        return impact;
    }

    public void setImpact(String impact) {
        this.impact = orEmpty(impact);
    }

    public String getRemedy() {
        return remedy;
    }

    public void setRemedy(String remedy) {
        this.remedy = orEmpty(remedy);
    }

    public String getIdentifiers() {
        return identifiers;
    }

    public void setIdentifiers(String identifiers) {
        this.identifiers = orEmpty(identifiers);
    }

    public String getWeaknesses() {
        return weaknesses;
    }

    public void setWeaknesses(String weaknesses) {
        this.weaknesses = orEmpty(weaknesses);
    }

    public String getVectors() {
        return vectors;
    }

    public void setVectors(String vectors) {
        this.vectors = orEmpty(vectors);
    }

    public String getComponents() {
        return components;
    }

    public void setComponents(String components) {
        this.components = orEmpty(components);
    }

    public String getLocations() {
        return locations;
    }

    public void setLocations(String locations) {
        this.locations = orEmpty(locations);
    }

    public String getReferences() {
        return references;
    }

    public void setReferences(String references) {
        this.references = orEmpty(references);
    }

    public List<Piece> getEvidence() {
        return evidence;
    }
}
