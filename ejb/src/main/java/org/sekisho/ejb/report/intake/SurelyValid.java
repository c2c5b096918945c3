package org.sekisho.ejb.report.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Tells of most valid values that they are valid, several times faster than the validator does: a schema's plain keywords, compiled.
 * What it doesn't accept may still be valid: the validator judges it, and names what is wrong. Where a part of the schema has a keyword
 * that isn't compiled, or refers to another schema, the validator judges that part of the value alone.
 */
final class SurelyValid {

    /** Keywords that say nothing about validity; formats aren't asserted by either of the two. */
    private static final Set<String> SILENT = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "definitions",
            "title",
            "description",
            "default",
            "examples",
            "format",
            "deprecated",
            "license",
            "meta:enum",
            "readOnly",
            "writeOnly");

    private @Nullable Predicate<JsonNode> judge;
    private @Nullable SurelyValid reference;
    private List<SurelyValid> any = List.of();
    private List<SurelyValid> all = List.of();
    private List<SurelyValid> one = List.of();
    private Set<JsonNodeType> types = EnumSet.noneOf(JsonNodeType.class);
    private boolean integer;
    private boolean typed;
    private Set<String> words = Set.of();
    private List<String> required = List.of();
    private Map<String, SurelyValid> properties = Map.of();
    private @Nullable SurelyValid others;
    private boolean closed;
    private @Nullable SurelyValid items;
    private int minItems;
    private int maxItems = Integer.MAX_VALUE;
    private int minProperties;
    private boolean unique;
    private double minimum = Double.NEGATIVE_INFINITY;
    private double maximum = Double.POSITIVE_INFINITY;
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private @Nullable Pattern pattern;

    private SurelyValid() {}

    /**
     * Compiles the part of a schema that a pointer names.
     *
     * @param validator of the part of the schema that a pointer names
     * @param others the schema at an address, where it can be compiled too
     */
    static SurelyValid compile(
            JsonNode root,
            String pointer,
            Function<String, Predicate<JsonNode>> validator,
            Function<String, Optional<SurelyValid>> others) {
        return new Compiler(root, validator, others).at(pointer);
    }

    boolean accepts(JsonNode value) {
        if (judge != null) {
            return judge.test(value);
        }
        if (!any.isEmpty() && any.stream().noneMatch(each -> each.accepts(value))) {
            return false;
        }
        if (reference != null && !reference.accepts(value)) {
            return false;
        }
        if (!all.isEmpty() && !all.stream().allMatch(each -> each.accepts(value))) {
            return false;
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
                && (pattern == null || pattern.matcher(text).find());
    }

    private boolean acceptsObject(JsonNode value) {
        if (value.size() < minProperties) {
            return false;
        }
        for (String each : required) {
            if (!value.has(each)) {
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
        if (unique && value.size() > 1 && new HashSet<>(value.valueStream().toList()).size() < value.size()) {
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

    /** Compiles each part once, also where parts refer to each other in circles. */
    private static final class Compiler {

        private final JsonNode root;
        private final Function<String, Predicate<JsonNode>> validator;
        private final Function<String, Optional<SurelyValid>> others;
        private final Map<String, SurelyValid> made = new HashMap<>();

        Compiler(
                JsonNode root,
                Function<String, Predicate<JsonNode>> validator,
                Function<String, Optional<SurelyValid>> others) {
            this.root = root;
            this.validator = validator;
            this.others = others;
        }

        SurelyValid at(String pointer) {
            SurelyValid before = made.get(pointer);
            if (before != null) {
                return before;
            }
            SurelyValid schema = new SurelyValid();
            made.put(pointer, schema);
            JsonNode node = root.at(pointer);
            boolean plain = node.isObject();
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                plain = plain && keyword(schema, each.getKey(), each.getValue(), pointer + "/" + each.getKey());
            }
            if (!plain) {
                schema.judge = validator.apply(pointer);
            }
            return schema;
        }

        /** Takes a keyword in; whether it is one that is known. */
        private boolean keyword(SurelyValid schema, String keyword, JsonNode value, String pointer) {
            switch (keyword) {
                case "$ref" -> {
                    String target = value.stringValue();
                    schema.reference = target.startsWith("#/")
                            ? at(target.substring(1))
                            : others.apply(target).orElse(null);
                    return schema.reference != null;
                }
                case "type" -> {
                    schema.typed = true;
                    texts(value).forEach(each -> type(schema, each));
                }
                case "enum" -> {
                    schema.words = Set.copyOf(texts(value));
                    return value.valueStream().allMatch(JsonNode::isString);
                }
                case "required" -> schema.required = texts(value);
                case "properties" -> {
                    schema.properties = new HashMap<>();
                    for (String each : value.propertyNames()) {
                        schema.properties.put(
                                each, at(pointer + "/" + each.replace("~", "~0").replace("/", "~1")));
                    }
                }
                case "additionalProperties" -> {
                    schema.closed = value.isBoolean() && !value.booleanValue();
                    schema.others = value.isObject() ? at(pointer) : null;
                }
                case "items" -> schema.items = at(pointer);
                case "anyOf" -> schema.any = each(value, pointer);
                case "allOf" -> schema.all = each(value, pointer);
                case "oneOf" -> schema.one = each(value, pointer);
                case "minItems" -> schema.minItems = value.intValue();
                case "maxItems" -> schema.maxItems = value.intValue();
                case "minProperties" -> schema.minProperties = value.intValue();
                case "uniqueItems" -> schema.unique = value.booleanValue();
                case "minimum" -> schema.minimum = value.doubleValue();
                case "maximum" -> schema.maximum = value.doubleValue();
                case "minLength" -> schema.minLength = value.intValue();
                case "maxLength" -> schema.maxLength = value.intValue();
                case "pattern" -> schema.pattern = Pattern.compile(value.stringValue());
                default -> {
                    return SILENT.contains(keyword);
                }
            }
            return true;
        }

        private static void type(SurelyValid schema, String name) {
            switch (name) {
                case "object" -> schema.types.add(JsonNodeType.OBJECT);
                case "array" -> schema.types.add(JsonNodeType.ARRAY);
                case "string" -> schema.types.add(JsonNodeType.STRING);
                case "boolean" -> schema.types.add(JsonNodeType.BOOLEAN);
                case "number" -> schema.types.add(JsonNodeType.NUMBER);
                case "null" -> schema.types.add(JsonNodeType.NULL);
                case "integer" -> schema.integer = true;
                default -> throw new IllegalArgumentException("JSON Schema has no type " + name);
            }
        }

        private List<SurelyValid> each(JsonNode list, String pointer) {
            List<SurelyValid> schemas = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                schemas.add(at(pointer + "/" + i));
            }
            return schemas;
        }

        private static List<String> texts(JsonNode value) {
            List<String> texts = new ArrayList<>();
            if (value.isString()) {
                texts.add(value.stringValue());
            }
            for (JsonNode each : value) {
                texts.add(each.isString() ? each.stringValue() : "");
            }
            return texts;
        }
    }
}
