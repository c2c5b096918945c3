package org.sekisho.domain.report.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * What a table asks for, or what it answers: a name and its values in their order, the least grave first.
 *
 * @param key what rows and facts refer to
 * @param name for people, in the language of whoever made the table
 */
public record Point(String key, String name, List<Value> values) {

    /** The most characters of a key. */
    public static final int KEY_LIMIT = 100;

    /** The most characters of a name. */
    public static final int NAME_LIMIT = 200;

    /** The most values of one point. */
    public static final int VALUE_LIMIT = 20;

    /** One value. */
    public record Value(String key, String name) {

        public Value {
            key = Checks.requireText(key, "value", KEY_LIMIT);
            name = Checks.requireText(name, "value", NAME_LIMIT);
        }
    }

    public Point {
        key = Checks.requireText(key, "key", KEY_LIMIT);
        name = Checks.requireText(name, "name", NAME_LIMIT);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new Refusal(DecisionError.TOO_FEW, Map.of("field", key, "least", 1));
        }
        if (values.size() > VALUE_LIMIT) {
            throw new Refusal(DecisionError.TOO_MANY, Map.of("field", key, "limit", VALUE_LIMIT));
        }
        Set<String> seen = new HashSet<>();
        for (Value value : values) {
            if (!seen.add(value.key())) {
                throw new Refusal(DecisionError.TWICE, Map.of("field", key, "value", value.key()));
            }
        }
    }

    /** A point whose keys are its names. */
    public static Point of(String key, List<String> values) {
        return new Point(
                key, key, values.stream().map(each -> new Value(each, each)).toList());
    }

    /** The place of a value, from 0. */
    public int place(String value) {
        for (int place = 0; place < values.size(); place++) {
            if (values.get(place).key().equals(value)) {
                return place;
            }
        }
        throw new Refusal(DecisionError.VALUE_UNKNOWN, Map.of("input", key, "value", value));
    }

    /** The keys of its values, in their order. */
    public List<String> keys() {
        return values.stream().map(Value::key).toList();
    }
}
