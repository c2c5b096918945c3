package org.sekisho.ejb.report.intake;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Tells of most valid values that they are valid, several times faster than the validator does: a schema's plain keywords, compiled by
 * {@link SchemaCompiler}. What it doesn't accept may still be valid: the validator judges it, and names what is wrong. Where a part of
 * the schema has a keyword that isn't compiled, or refers to a schema that isn't, the validator judges that part of the value alone.
 */
final class SurelyValid {

    /** A power of two. */
    private static final int MATCHED = 16;

    private static final int MATCHED_LENGTH = 128;

    /** So many entries of a list are compared with each other, more by their hashes. */
    private static final int FEW = 8;

    @Nullable
    Predicate<JsonNode> judge;

    @Nullable
    SurelyValid reference;

    List<SurelyValid> any = List.of();
    List<SurelyValid> all = List.of();
    List<SurelyValid> one = List.of();
    Set<JsonNodeType> types = EnumSet.noneOf(JsonNodeType.class);
    boolean integer;
    boolean typed;
    Set<String> words = Set.of();
    List<String> required = List.of();
    Map<String, SurelyValid> properties = Map.of();

    @Nullable
    SurelyValid others;

    boolean closed;

    @Nullable
    SurelyValid items;

    int minItems;
    int maxItems = Integer.MAX_VALUE;
    int minProperties;
    boolean unique;
    double minimum = Double.NEGATIVE_INFINITY;
    double maximum = Double.POSITIVE_INFINITY;
    int minLength;
    int maxLength = Integer.MAX_VALUE;

    @Nullable
    Pattern pattern;

    /** What the pattern matched lately: a file says the same again and again, and to compare takes less than to match. */
    private final @Nullable String[] matched = new String[MATCHED];

    SurelyValid() {}

    boolean accepts(JsonNode value) {
        if (judge != null) {
            return judge.test(value);
        }
        if (!any.isEmpty() && !acceptsAny(value)) {
            return false;
        }
        if (reference != null && !reference.accepts(value)) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).accepts(value)) {
                return false;
            }
        }
        if (!one.isEmpty() && !acceptsOne(value)) {
            return false;
        }
        if (typed && !isOfType(value)) {
            return false;
        }
        if (value.isString()) {
            return acceptsText(value.stringValue());
        }
        if (!words.isEmpty()) {
            return false;
        }
        if (value.isObject()) {
            return acceptsObject(value);
        }
        if (value.isArray()) {
            return acceptsList(value);
        }
        return !value.isNumber() || (value.doubleValue() >= minimum && value.doubleValue() <= maximum);
    }

    private boolean acceptsAny(JsonNode value) {
        for (int i = 0; i < any.size(); i++) {
            if (any.get(i).accepts(value)) {
                return true;
            }
        }
        return false;
    }

    /** One accepts, and of each other one it is certain that it doesn't. */
    private boolean acceptsOne(JsonNode value) {
        int accepting = 0;
        for (SurelyValid each : one) {
            if (!each.refuses(value)) {
                accepting += each.accepts(value) ? 1 : 2;
            }
        }
        return accepting == 1;
    }

    /** Whether the value is certainly not valid: a word that isn't one of those allowed, itself or under a name. */
    private boolean refuses(JsonNode value) {
        if (reference != null && reference.refuses(value)) {
            return true;
        }
        if (value.isString()) {
            return !words.isEmpty() && !words.contains(value.stringValue());
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            SurelyValid schema = each.getValue().isString() ? properties.get(each.getKey()) : null;
            if (schema != null && schema.refuses(each.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfType(JsonNode value) {
        return types.contains(value.getNodeType()) || (integer && value.isIntegralNumber());
    }

    /** Lengths are counted in UTF-16 units here and in characters by the validator: units decide only where both agree. */
    private boolean acceptsText(String text) {
        return (words.isEmpty() || words.contains(text))
                && text.length() >= 2 * minLength - 1
                && text.length() <= maxLength
                && (pattern == null || matches(pattern, text));
    }

    /** Threads may overwrite what each other keeps; what stands there matched all the same. */
    private boolean matches(Pattern form, String text) {
        int place = text.hashCode() & (MATCHED - 1);
        if (text.equals(matched[place])) {
            return true;
        }
        boolean found = form.matcher(text).find();
        if (found && text.length() <= MATCHED_LENGTH) {
            matched[place] = text;
        }
        return found;
    }

    private boolean acceptsObject(JsonNode value) {
        if (value.size() < minProperties) {
            return false;
        }
        for (int i = 0; i < required.size(); i++) {
            if (!value.has(required.get(i))) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            SurelyValid schema = properties.get(each.getKey());
            if (schema == null) {
                schema = others;
            }
            if (schema == null ? closed : !schema.accepts(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean acceptsList(JsonNode value) {
        if (value.size() < minItems || value.size() > maxItems) {
            return false;
        }
        if (unique && value.size() > 1 && hasDoubles(value)) {
            return false;
        }
        if (items != null) {
            for (JsonNode each : value) {
                if (!items.accepts(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasDoubles(JsonNode list) {
        int size = list.size();
        if (size > FEW) {
            return new HashSet<>(list.valueStream().toList()).size() < size;
        }
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (list.get(i).equals(list.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
