package org.sekisho.domain.report;

import java.util.List;
import java.util.function.Function;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/**
 * A content as canonical JSON (RFC 8785), with every member, empty ones too. This form is hashed and kept: a change of the record is a
 * new schema number, and the old one stays readable.
 */
public final class ReportContentJson {

    /** The schema that is written, and the only one so far. */
    public static final int SCHEMA = 1;

    /** The most characters of one content. */
    public static final int LIMIT = 4_000_000;

    private ReportContentJson() {}

    static String write(ReportContent content) {
        String text = CanonicalJson.text(JsonObject.builder()
                .put("schema", SCHEMA)
                .put("title", content.title())
                .put("text", content.text())
                .put("impact", content.impact())
                .put("remedy", content.remedy())
                .put("identifiers", JsonArray.ofStrings(content.identifiers()))
                .put("weaknesses", JsonArray.ofStrings(content.weaknesses()))
                .put("vectors", JsonArray.ofStrings(content.vectors()))
                .put("components", array(content.components(), ReportContentJson::component))
                .put("locations", array(content.locations(), ReportContentJson::location))
                .put("evidence", array(content.evidence(), ReportContentJson::exhibit))
                .put("references", JsonArray.ofStrings(content.references()))
                .build());
        if (text.length() > LIMIT) {
            throw ReportContent.malformed("content");
        }
        return text;
    }

    /**
     * The content in a text.
     *
     * @throws Refusal with {@link ReportError#CONTENT_MALFORMED}
     */
    public static ReportContent read(String text) {
        try {
            if (JsonReader.read(text, LIMIT) instanceof JsonObject json && json.integer("schema") == SCHEMA) {
                return new ReportContent(
                        json.string("title"),
                        json.string("text"),
                        json.string("impact"),
                        json.string("remedy"),
                        json.array("identifiers").strings(),
                        json.array("weaknesses").strings(),
                        json.array("vectors").strings(),
                        list(json, "components", ReportContentJson::component),
                        list(json, "locations", ReportContentJson::location),
                        list(json, "evidence", ReportContentJson::exhibit),
                        json.array("references").strings());
            }
            throw ReportContent.malformed("schema");
        } catch (JsonException malformed) {
            throw ReportContent.malformed(malformed.where());
        }
    }

    private static JsonObject component(Component component) {
        return JsonObject.builder()
                .put("name", component.name())
                .put("version", component.version())
                .put("identifier", component.identifier())
                .build();
    }

    private static Component component(JsonObject json) {
        return new Component(json.string("name"), json.string("version"), json.string("identifier"));
    }

    private static JsonObject location(Location location) {
        return JsonObject.builder()
                .put("address", location.address())
                .put("line", location.line())
                .put("name", location.name())
                .build();
    }

    private static Location location(JsonObject json) {
        return new Location(json.string("address"), Math.toIntExact(json.integer("line")), json.string("name"));
    }

    private static JsonObject exhibit(Exhibit exhibit) {
        return JsonObject.builder()
                .put("heading", exhibit.heading())
                .put("text", exhibit.text())
                .build();
    }

    private static Exhibit exhibit(JsonObject json) {
        return new Exhibit(json.string("heading"), json.string("text"));
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> each) {
        return JsonArray.of(values.stream().map(each).toList());
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> each) {
        return json.array(name).objects().stream().map(each).toList();
    }
}
