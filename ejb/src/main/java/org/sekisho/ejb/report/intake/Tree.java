package org.sekisho.ejb.report.intake;

import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.RejectReason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one value of a stream into a tree of bounded size. A value that is too large, or has a key twice, is read to its end without
 * being kept: what stands behind it can still be read.
 */
final class Tree {

    /** What a node costs besides its words, in characters: a list of empty lists is not free. */
    private static final int NODE = 8;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private long left;
    private @Nullable RejectReason problem;
    private String pointer = "";

    private Tree(JsonParser parser, long limit) {
        this.parser = parser;
        this.left = limit;
    }

    /**
     * Reads the value that the parser stands at, and leaves the parser at its last token.
     *
     * @param limit the most characters of names and texts
     */
    static Read read(JsonParser parser, long limit) {
        Tree tree = new Tree(parser, limit);
        JsonNode node = tree.value(parser.currentToken());
        return new Read(node, tree.problem, tree.pointer);
    }

    /**
     * What was read.
     *
     * @param node of no use where there is a problem
     * @param problem why it isn't kept
     * @param pointer from the whole file's root to the problem (RFC 6901)
     */
    record Read(JsonNode node, @Nullable RejectReason problem, String pointer) {}

    private JsonNode value(JsonToken token) {
        left -= NODE;
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> {
                String text = parser.getString();
                left -= text.length();
                yield NODES.stringNode(text);
            }
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? NODES.numberNode(parser.getBigIntegerValue())
                    : NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            left -= name.length();
            JsonToken token = parser.nextToken();
            if (!skips(token) && object.replace(name, value(token)) != null && problem == null) {
                fail(RejectReason.KEY_TWICE);
            }
        }
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (!skips(token)) {
                array.add(value(token));
            }
        }
        return array;
    }

    private boolean skips(JsonToken token) {
        if (problem == null && left < 0) {
            fail(RejectReason.TOO_LARGE);
        }
        if (problem != null && token.isStructStart()) {
            parser.skipChildren();
        }
        return problem != null;
    }

    private void fail(RejectReason reason) {
        problem = reason;
        pointer = parser.streamReadContext().pathAsPointer().toString();
    }
}
