package org.sekisho.domain.report.decision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonValue;

/** What a table says as canonical JSON (RFC 8785), as it is kept: {@code {inputs, outcome, rows}}, a row being its values and its outcome. */
final class TableJson {

    private TableJson() {}

    static String write(DecisionTable table) {
        List<JsonValue> rows = new ArrayList<>(table.rows().size());
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>(row.values());
            cells.add(row.outcome());
            rows.add(JsonArray.ofStrings(cells));
        }
        JsonObject whole = JsonObject.builder()
                .put(
                        "inputs",
                        JsonArray.of(
                                table.inputs().stream().map(TableJson::point).toList()))
                .put("outcome", point(table.outcome()))
                .put("rows", JsonArray.of(rows))
                .build();
        return CanonicalJson.text(whole);
    }

    static String hash(String canonical) {
        return Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject point(Point point) {
        List<JsonObject> values = point.values().stream()
                .map(value -> JsonObject.builder()
                        .put("key", value.key())
                        .put("name", value.name())
                        .build())
                .toList();
        return JsonObject.builder()
                .put("key", point.key())
                .put("name", point.name())
                .put("values", JsonArray.of(values))
                .build();
    }

    static DecisionTable read(String code, int version, String text) {
        JsonObject whole = (JsonObject) JsonReader.read(text);
        List<Row> rows = new ArrayList<>();
        for (JsonValue each : whole.array("rows").items()) {
            List<String> cells = ((JsonArray) each).strings();
            rows.add(new Row(cells.subList(0, cells.size() - 1), cells.get(cells.size() - 1)));
        }
        return new DecisionTable(
                code,
                version,
                whole.array("inputs").objects().stream()
                        .map(TableJson::readPoint)
                        .toList(),
                readPoint(whole.object("outcome")),
                rows);
    }

    private static Point readPoint(JsonObject point) {
        return new Point(
                point.string("key"),
                point.string("name"),
                point.array("values").objects().stream()
                        .map(value -> new Point.Value(value.string("key"), value.string("name")))
                        .toList());
    }
}
