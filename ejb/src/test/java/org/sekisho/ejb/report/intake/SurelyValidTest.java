package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurelyValidTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final JsonNode SCHEMA = MAPPER.readTree(
            """
            {"$defs": {"word": {"type": "string", "minLength": 2, "maxLength": 4, "pattern": "^a"}},
             "type": "object", "required": ["w"], "additionalProperties": false, "minProperties": 1,
             "properties": {
               "w": {"$ref": "#/$defs/word"}, "n": {"type": "integer", "minimum": 1, "maximum": 3}, "e": {"enum": ["x", "y"]},
               "l": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2, "uniqueItems": true},
               "any": {"anyOf": [{"type": "string"}, {"type": "boolean"}]}, "a/b": {"type": ["null", "number"]},
               "other": {"not": {"type": "string"}},
               "one": {"oneOf": [{"properties": {"v": {"enum": ["1"]}}}, {"properties": {"v": {"enum": ["2"]}}}]}}}
            """);

    private final SurelyValid schema = new SchemaCompiler(
                    SCHEMA, pointer -> value -> pointer.equals("/properties/other"), address -> Optional.empty())
            .at("");

    @Test
    void acceptsWhatKeepsEveryKeyword() {
        for (String each : List.of(
                "{'w': 'abc'}",
                "{'w': 'abc', 'n': 2, 'e': 'y', 'l': ['p', 'q'], 'any': true, 'a/b': null}",
                "{'w': 'abc', 'other': [1]}",
                "{'w': 'abc', 'one': {'v': '2'}}")) {
            assertTrue(schema.accepts(node(each)), each);
        }
    }

    @Test
    void acceptsNothingElse() {
        for (String each : List.of(
                "[]",
                "{}",
                "{'n': 1}",
                "{'w': 1}",
                "{'w': 'a'}",
                "{'w': 'abcde'}",
                "{'w': 'bcd'}",
                "{'w': 'abc', 'x': 1}",
                "{'w': 'abc', 'n': 0}",
                "{'w': 'abc', 'n': 4}",
                "{'w': 'abc', 'n': 1.5}",
                "{'w': 'abc', 'e': 'z'}",
                "{'w': 'abc', 'e': 1}",
                "{'w': 'abc', 'l': []}",
                "{'w': 'abc', 'l': ['a', 'b', 'c']}",
                "{'w': 'abc', 'l': ['a', 'a']}",
                "{'w': 'abc', 'l': [1]}",
                "{'w': 'abc', 'any': 1}",
                "{'w': 'abc', 'one': {'v': '3'}}",
                "{'w': 'abc', 'one': {}}",
                "{'w': 'abc', 'a/b': 'x'}")) {
            assertFalse(schema.accepts(node(each)), each);
        }
    }

    /** The official schemas compile to something that accepts: else every item would go the slow way. */
    @Test
    void commonResultNeedsNoSecondJudge() {
        JsonNode result = node("{'ruleId': 'a', 'message': {'text': 'b'}, 'locations': [{'physicalLocation': "
                + "{'artifactLocation': {'uri': 'c'}, 'region': {'startLine': 1}}}]}");
        assertTrue(Schemas.SHARED.sarifResult().acceptsAtOnce(result));
        assertEquals(
                "enum",
                Schemas.SHARED
                        .sarifResult()
                        .fault(node("{'message': {'text': 'b'}, 'kind': 'x'}"))
                        .orElseThrow()
                        .keyword());
    }

    private static JsonNode node(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }
}
