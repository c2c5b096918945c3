package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonProblem;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonValue;

/**
 * Decision tables in the JSON of CERT/CC's schema {@code DecisionTable_2_0_0}: decision points with their values in order, the identifier of
 * the one that is the outcome, and a mapping with one object for each combination.
 */
public final class SsvcJson {

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String SCHEMA = "2.0.0";

    private SsvcJson() {}

    /**
     * Reads a table. Versions here are numbers, so that the version stated in the file isn't taken.
     *
     * @throws Refusal with a {@link DecisionError}
     */
    public static DecisionTable read(String code, int version, byte[] utf8) {
        Checks.check(utf8.length <= MOST_BYTES, DecisionError.TOO_LARGE, Map.of("limit", MOST_BYTES));
        try {
            return table(code, version, object(JsonReader.read(utf8)));
        } catch (JsonException malformed) {
            throw malformed(malformed.where());
        }
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new JsonException(JsonProblem.WRONG_TYPE, "");
    }

    private static DecisionTable table(String code, int version, JsonObject file) {
        String schema = file.string("schemaVersion");
        Checks.check(schema.equals(SCHEMA), DecisionError.JSON_VERSION, Map.of("version", cut(schema)));
        JsonObject points = file.object("decision_points");
        String outcomeId = file.string("outcome");
        List<JsonObject> mapping = file.array("mapping").objects();
        Checks.check(!mapping.isEmpty(), DecisionError.EMPTY);
        Checks.check(
                mapping.size() <= DecisionTable.ROW_LIMIT,
                DecisionError.TOO_MANY,
                Map.of("field", "rows", "limit", DecisionTable.ROW_LIMIT));
        List<String> ids = inputIds(points, outcomeId, mapping.get(0));
        List<Point> inputs = new ArrayList<>();
        for (String id : ids) {
            inputs.add(point(points.object(id)));
        }
        List<Row> rows = new ArrayList<>(mapping.size());
        for (JsonObject each : mapping) {
            if (each.members().size() != ids.size() + 1) {
                throw malformed("mapping " + rows.size());
            }
            rows.add(new Row(ids.stream().map(each::string).toList(), each.string(outcomeId)));
        }
        return new DecisionTable(code, version, inputs, point(points.object(outcomeId)), rows);
    }

    /** In the order of the first combination, which is the one that people see; objects of JSON have none, so it is only a habit. */
    private static List<String> inputIds(JsonObject points, String outcomeId, JsonObject first) {
        Set<String> ids = new LinkedHashSet<>(first.members().keySet());
        ids.retainAll(points.members().keySet());
        ids.addAll(points.members().keySet());
        if (!ids.remove(outcomeId)) {
            throw malformed("outcome");
        }
        return List.copyOf(ids);
    }

    private static Point point(JsonObject point) {
        List<Point.Value> values = new ArrayList<>();
        for (JsonObject value : point.array("values").objects()) {
            values.add(new Point.Value(value.string("key"), value.string("name")));
        }
        return new Point(point.string("key"), point.string("name"), values);
    }

    private static Refusal malformed(String where) {
        return Refusal.of(DecisionError.JSON_MALFORMED, "member", cut(where));
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }
}
