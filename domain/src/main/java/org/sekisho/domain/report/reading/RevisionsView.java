package org.sekisho.domain.report.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.comparison.Change;
import org.sekisho.domain.agreement.comparison.LinePair;
import org.sekisho.domain.agreement.comparison.TextComparison;
import org.sekisho.domain.report.ReportContent;

/** Two revisions of a report beside each other: only what differs, part by part. */
public record RevisionsView(int older, String olderHash, int newer, String newerHash, List<Difference> differences) {

    /** What a report consists of. */
    public enum Part {
        TITLE,
        TEXT,
        IMPACT,
        REMEDY,
        IDENTIFIERS,
        WEAKNESSES,
        VECTORS,
        COMPONENTS,
        LOCATIONS,
        EVIDENCE,
        REFERENCES
    }

    /** A part that differs, with the lines that do. */
    public record Difference(Part part, List<LinePair> lines) {

        public Difference {
            lines = List.copyOf(lines);
        }
    }

    /** A revision with what it says. */
    public record Opened(int number, String hash, ReportContent content) {}

    public RevisionsView {
        differences = List.copyOf(differences);
    }

    /** Lays them beside each other. */
    public static RevisionsView of(Opened older, Opened newer) {
        List<Difference> differences = new ArrayList<>();
        for (Part part : Part.values()) {
            List<LinePair> lines =
                    TextComparison.of(lines(part, older.content()), lines(part, newer.content())).stream()
                            .filter(line -> line.change() != Change.SAME)
                            .toList();
            if (!lines.isEmpty()) {
                differences.add(new Difference(part, lines));
            }
        }
        return new RevisionsView(older.number(), older.hash(), newer.number(), newer.hash(), differences);
    }

    private static List<String> lines(Part part, ReportContent content) {
        return switch (part) {
            case TITLE -> List.of(content.title());
            case TEXT -> content.text().lines().toList();
            case IMPACT -> content.impact().lines().toList();
            case REMEDY -> content.remedy().lines().toList();
            case IDENTIFIERS -> content.identifiers();
            case WEAKNESSES -> content.weaknesses();
            case VECTORS -> content.vectors();
            case COMPONENTS -> content.components().stream()
                    .map(each -> String.join(" ", each.name(), each.version(), each.identifier())
                            .strip())
                    .toList();
            case LOCATIONS -> content.locations().stream()
                    .map(each -> each.address() + (each.line() > 0 ? ":" + each.line() : "") + " " + each.name())
                    .map(String::strip)
                    .toList();
            case EVIDENCE -> content.evidence().stream()
                    .flatMap(each ->
                            Stream.concat(Stream.of(each.heading()), each.text().lines()))
                    .toList();
            case REFERENCES -> content.references();
        };
    }
}
