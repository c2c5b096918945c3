package org.sekisho.ejb.report.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** Compiles a schema to {@link SurelyValid}, each part once, also where parts refer to each other in circles. */
final class SchemaCompiler {

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

    private final JsonNode root;
    private final Function<String, Predicate<JsonNode>> validator;
    private final Function<String, Optional<SurelyValid>> others;
    private final Map<String, SurelyValid> made = new HashMap<>();

    /**
     * @param validator of the part of the schema that a pointer names
     * @param others the schema at an address, where it can be compiled too
     */
    SchemaCompiler(
            JsonNode root,
            Function<String, Predicate<JsonNode>> validator,
            Function<String, Optional<SurelyValid>> others) {
        this.root = root;
        this.validator = validator;
        this.others = others;
    }

    /** The part of the schema that a pointer names (RFC 6901); all of it by the empty one. */
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
            case "required" -> schema.required =
                    texts(value).stream().map(String::intern).toList();
            case "properties" -> {
                schema.properties = new HashMap<>();
                for (String each : value.propertyNames()) {
                    schema.properties.put(
                            each.intern(),
                            at(pointer + "/" + each.replace("~", "~0").replace("/", "~1")));
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
