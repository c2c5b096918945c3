package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonValue;

/**
 * Decision tables in the JSON of CERT/CC's schema {@code DecisionTable_2_0_0}: decision points with their values in order, the identifier of
 * the one that is the outcome, and a mapping with one object for each combination. What the schema requires is checked, types and forms
 * included, and beyond it that everything a mapping names is defined. Members that it doesn't know are allowed, as by the schema.
 */
public final class SsvcJson {

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String SCHEMA = "2.0.0";

    private final PointedJson file;
    private final Map<String, Point> points = new LinkedHashMap<>();

    private SsvcJson(PointedJson file) {
        this.file = file;
    }

    /**
     * Reads a table. Versions here are numbers, so that the version stated in the file isn't taken.
     *
     * @throws Refusal with a {@link DecisionError}; where the file isn't as the schema says, with a JSON pointer
     */
    public static DecisionTable read(String code, int version, byte[] utf8) {
        Checks.check(utf8.length <= MOST_BYTES, DecisionError.TOO_LARGE, Map.of("limit", MOST_BYTES));
        return new SsvcJson(PointedJson.of(json(utf8))).table(code, version);
    }

    private static JsonValue json(byte[] utf8) {
        try {
            return JsonReader.read(utf8);
        } catch (JsonException malformed) {
            String where = malformed.where();
            throw Refusal.of(
                    DecisionError.JSON_MALFORMED,
                    "where",
                    malformed.problem() + ", " + where.substring(0, Math.min(where.length(), 60)));
        }
    }

    private DecisionTable table(String code, int version) {
        requireHead(file);
        file.require("decision_points").members().forEach((id, point) -> points.put(id, point(point)));
        PointedJson outcome = file.require("outcome");
        Point answer = defined(outcome, outcome.string());
        List<String> inputs = new ArrayList<>(points.keySet());
        inputs.remove(outcome.string());
        List<PointedJson> mapping = file.find("mapping").map(PointedJson::items).orElse(List.of());
        Checks.check(!mapping.isEmpty(), DecisionError.EMPTY);
        Checks.check(
                mapping.size() <= DecisionTable.ROW_LIMIT,
                DecisionError.TOO_MANY,
                Map.of("field", "rows", "limit", DecisionTable.ROW_LIMIT));
        List<Row> rows = new ArrayList<>(mapping.size());
        for (PointedJson each : mapping) {
            Map<String, String> values = values(each);
            List<String> asked =
                    inputs.stream().map(id -> values.getOrDefault(id, "")).toList();
            rows.add(new Row(asked, values.getOrDefault(outcome.string(), "")));
        }
        // Objects of JSON have no order, so that inputs stand in that of their identifiers.
        return new DecisionTable(
                code, version, inputs.stream().map(id -> defined(outcome, id)).toList(), answer, rows);
    }

    /** The values that a mapping names, by decision points: exactly one of each. */
    private Map<String, String> values(PointedJson mapping) {
        Map<String, String> values = new LinkedHashMap<>();
        mapping.members().forEach((id, value) -> {
            Point point = defined(value, id);
            String key = value.string();
            if (!point.keys().contains(key)) {
                throw value.refusal(DecisionError.JSON_UNKNOWN, "value", key);
            }
            values.put(id, key);
        });
        Set<String> missing = new LinkedHashSet<>(points.keySet());
        missing.removeAll(values.keySet());
        missing.forEach(mapping::require);
        return values;
    }

    private Point defined(PointedJson where, String id) {
        Point point = points.get(id);
        if (point == null) {
            throw where.refusal(DecisionError.JSON_UNKNOWN, "value", id);
        }
        return point;
    }

    private static Point point(PointedJson point) {
        requireHead(point);
        List<Point.Value> values = new ArrayList<>();
        for (PointedJson value : point.require("values").items()) {
            String key = value.require("key").string(SsvcForms.KEY);
            String name = value.require("name").string();
            value.require("definition").string();
            values.add(new Point.Value(key, name));
        }
        return new Point(point.require("key").string(), point.require("name").string(), values);
    }

    /** What tables and decision points have alike. The version is the only part that may be missing. */
    private static void requireHead(PointedJson object) {
        PointedJson schema = object.require("schemaVersion");
        if (!schema.string().equals(SCHEMA)) {
            throw schema.refusal(DecisionError.JSON_VERSION, "version", schema.string());
        }
        object.require("namespace").string(SsvcForms.NAMESPACE);
        object.require("key").string(SsvcForms.KEY);
        object.find("version").ifPresent(version -> version.string(SsvcForms.VERSION));
        object.require("name").string();
        object.require("definition").string();
    }
}
