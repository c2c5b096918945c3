package org.sekisho.persistence.assurance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection.Sink;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Statement;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonBoolean;
import org.sekisho.proof.json.JsonNull;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * Records of a pack, as JSON Lines and as a table with the same members. A query may have the parameters {@code agreement},
 * {@code party}, {@code first} and {@code last} (days of the period), {@code from} and {@code until} (the same as instants).
 *
 * @param name of the files, without {@code .jsonl} and {@code .csv}
 * @param columns the members in the order of the table; the query's aliases
 * @param query a constant of the program, with an order that depends on nothing but the records
 */
record RecordFile(String name, List<String> columns, String query) {

    private static final String[] PARAMETERS = {"agreement", "party", "first", "last", "from", "until"};

    /** An expression for an instant, in UTC (RFC 3339), that doesn't depend on the session's settings. */
    static String utc(String column) {
        return "replace(cast(" + column + " at time zone 'UTC' as text), ' ', 'T') || 'Z' as ";
    }

    /** Writes both files. */
    void write(Sink sink, Sql sql, PackScope scope) {
        List<JsonObject> records = records(sql, scope, query);
        sink.jsonLines(name + ".jsonl", rows -> records.forEach(rows));
        sink.csv(name + ".csv", columns, rows -> records.forEach(record -> rows.accept(cells(columns, record))));
    }

    /** The rows of a query as JSON objects. */
    static List<JsonObject> records(Sql sql, PackScope scope, String query) {
        return statement(sql, scope, "select cast(row_to_json(r) as text) from (" + query + ") r")
                .list(row -> {
                    if (JsonReader.read(row.text(0)) instanceof JsonObject object) {
                        return object;
                    }
                    throw new IllegalStateException("A row is an object");
                });
    }

    /** A query with those of the parameters that it uses. */
    static Statement statement(Sql sql, PackScope scope, String query) {
        Statement statement = sql.query(query);
        for (String parameter : PARAMETERS) {
            if (query.contains(":" + parameter)) {
                statement.with(parameter, value(scope, parameter));
            }
        }
        return statement;
    }

    private static Object value(PackScope scope, String parameter) {
        return switch (parameter) {
            case "agreement" -> scope.agreement().orElseThrow();
            case "party" -> scope.responsibleParty();
            case "first" -> scope.period().first();
            case "last" -> scope.period().last();
            case "from" -> Days.startOf(scope.period().first());
            case "until" -> Days.endOf(scope.period().last());
            default -> throw new IllegalArgumentException(parameter);
        };
    }

    /** A record's cells in the order of the columns. */
    static List<@Nullable Object> cells(List<String> columns, JsonObject record) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(record.find(column).map(RecordFile::cell).orElse(null));
        }
        return cells;
    }

    private static @Nullable Object cell(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        if (value instanceof JsonNumber number && number.isInteger()) {
            return number.integer();
        }
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        return value == JsonNull.INSTANCE ? null : CanonicalJson.text(value);
    }
}
