package org.sekisho.domain.report.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.domain.report.intake.Finding.Component;
import org.sekisho.domain.report.intake.Finding.Exhibit;
import org.sekisho.domain.report.intake.Finding.Level;
import org.sekisho.domain.report.intake.Finding.Location;
import org.sekisho.domain.report.intake.Finding.Reference;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** A finding as canonical JSON (RFC 8785): what is sealed while it is staged, and read again when it becomes a report. */
public final class FindingJson {

    private FindingJson() {}

    public static byte[] write(Finding finding) {
        return CanonicalJson.write(JsonObject.builder()
                .put("title", finding.title())
                .put("text", finding.text())
                .put("remedy", finding.remedy())
                .put("standing", finding.standing().name())
                .put("identifiers", JsonArray.ofStrings(finding.identifiers()))
                .put("weaknesses", JsonArray.ofStrings(finding.weaknesses()))
                .put(
                        "components",
                        JsonArray.of(finding.components().stream()
                                .map(FindingJson::component)
                                .toList()))
                .put(
                        "locations",
                        JsonArray.of(finding.locations().stream()
                                .map(FindingJson::location)
                                .toList()))
                .put(
                        "vectors",
                        JsonArray.of(finding.vectors().stream()
                                .map(FindingJson::vector)
                                .toList()))
                .put(
                        "references",
                        JsonArray.of(finding.references().stream()
                                .map(FindingJson::reference)
                                .toList()))
                .put(
                        "exhibits",
                        JsonArray.of(finding.exhibits().stream()
                                .map(FindingJson::exhibit)
                                .toList()))
                .put("level", finding.level().name())
                .put("tool", tool(finding.tool()))
                .put("fingerprint", finding.fingerprint().value())
                .put("parts", JsonArray.ofStrings(finding.fingerprint().parts()))
                .put("leftOut", finding.leftOut())
                .build());
    }

    /** Reads what {@link #write} wrote. Scores are computed anew, so that a correction of the computation reaches old findings. */
    public static Finding read(byte[] json) {
        JsonObject object = (JsonObject) JsonReader.read(json);
        JsonObject tool = object.object("tool");
        return new Finding(
                object.string("title"),
                object.string("text"),
                object.findString("remedy").orElse(""),
                Standing.valueOf(object.string("standing")),
                object.array("identifiers").strings(),
                object.array("weaknesses").strings(),
                list(object, "components")
                        .map(each ->
                                new Component(each.string("name"), each.string("version"), each.string("identifier")))
                        .toList(),
                list(object, "locations")
                        .map(each ->
                                new Location(each.string("address"), (int) each.integer("line"), each.string("name")))
                        .toList(),
                list(object, "vectors").map(FindingJson::vector).toList(),
                list(object, "references")
                        .map(each -> new Reference(each.string("address"), each.string("summary")))
                        .toList(),
                exhibits(object),
                Level.valueOf(object.string("level")),
                new Tool(tool.string("name"), tool.string("version"), tool.string("run")),
                new Fingerprint(
                        object.string("fingerprint"), object.array("parts").strings()),
                (int) object.integer("leftOut"));
    }

    private static Stream<JsonObject> list(JsonObject object, String name) {
        List<JsonObject> objects = object.array(name).objects();
        return objects.stream();
    }

    /** Findings were kept before there were any. */
    private static List<Exhibit> exhibits(JsonObject object) {
        return object.find("exhibits").isEmpty()
                ? List.of()
                : list(object, "exhibits")
                        .map(each -> new Exhibit(each.string("heading"), each.string("text")))
                        .toList();
    }

    private static JsonObject exhibit(Exhibit exhibit) {
        return JsonObject.builder()
                .put("heading", exhibit.heading())
                .put("text", exhibit.text())
                .build();
    }

    private static JsonObject component(Component component) {
        return JsonObject.builder()
                .put("name", component.name())
                .put("version", component.version())
                .put("identifier", component.identifier())
                .build();
    }

    private static JsonObject location(Location location) {
        return JsonObject.builder()
                .put("address", location.address())
                .put("line", location.line())
                .put("name", location.name())
                .build();
    }

    private static JsonObject vector(ClaimedVector vector) {
        JsonObject.Builder json =
                JsonObject.builder().put("text", vector.text()).put("vector", vector.isVector());
        vector.stated().ifPresent(score -> json.put("stated", score.tenths()));
        return json.build();
    }

    private static ClaimedVector vector(JsonObject json) {
        Optional<CvssScore> stated = json.findInteger("stated").isPresent()
                ? Optional.of(new CvssScore((int) json.integer("stated")))
                : Optional.empty();
        return json.bool("vector") || stated.isEmpty()
                ? ClaimedVector.of(json.string("text"), stated)
                : ClaimedVector.scoreOnly(json.string("text"), stated.get());
    }

    private static JsonObject reference(Reference reference) {
        return JsonObject.builder()
                .put("address", reference.address())
                .put("summary", reference.summary())
                .build();
    }

    private static JsonObject tool(Tool tool) {
        return JsonObject.builder()
                .put("name", tool.name())
                .put("version", tool.version())
                .put("run", tool.run())
                .build();
    }
}
