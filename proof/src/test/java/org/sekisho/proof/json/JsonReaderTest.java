package org.sekisho.proof.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void everyKindOfValueIsRead() {
        JsonValue value =
                JsonReader.read(" {\"a\" : [1, -2.5e1, \"\\u65e5\\ud83d\\ude00\", true, false, null], \"\":{}}\n");
        assertEquals("{\"\":{},\"a\":[1,-25,\"\u65e5\ud83d\ude00\",true,false,null]}", CanonicalJson.text(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "[01]",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "[0x1]",
                "NaN",
                "Infinity",
                "tru",
                "True",
                "nulL",
                "\"\t\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"\\",
                "\ufeff1",
                "//a\n1",
                "\u00a01",
                "\u0661",
                "\0",
                "[\0]"
            })
    void whatIsNotInTheGrammarIsRefused(String text) {
        assertProblem(JsonProblem.SYNTAX, text);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(JsonProblem.TRAILING_DATA, "1 1"),
                Arguments.of(JsonProblem.TRAILING_DATA, "01"),
                Arguments.of(JsonProblem.TRAILING_DATA, "{}{}"),
                Arguments.of(JsonProblem.TRAILING_DATA, "1\0"),
                Arguments.of(JsonProblem.DUPLICATE_NAME, "{\"a\":1,\"a\":1}"),
                Arguments.of(JsonProblem.DUPLICATE_NAME, "{\"a\":1,\"\\u0061\":2}"),
                Arguments.of(JsonProblem.LONE_SURROGATE, "\"\\ud800\""),
                Arguments.of(JsonProblem.LONE_SURROGATE, "\"\\udc00\\ud800\""),
                Arguments.of(JsonProblem.LONE_SURROGATE, "\"\\ud800\\u0041\""),
                Arguments.of(JsonProblem.LONE_SURROGATE, "\"\ud800x\""),
                Arguments.of(JsonProblem.LONE_SURROGATE, "{\"\\ud800\":1}"),
                Arguments.of(JsonProblem.NUMBER_OUT_OF_RANGE, "1e400"),
                Arguments.of(JsonProblem.NUMBER_OUT_OF_RANGE, "9007199254740993"),
                Arguments.of(JsonProblem.NUMBER_OUT_OF_RANGE, "-18446744073709551615"),
                Arguments.of(JsonProblem.TOO_DEEP, "[".repeat(65) + "]".repeat(65)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatReadersDisagreeOnIsRefused(JsonProblem problem, String text) {
        assertProblem(problem, text);
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        String text = "[".repeat(64) + "]".repeat(64);
        assertEquals(text, CanonicalJson.text(JsonReader.read(text)));
    }

    @Test
    void sizesOverTheLimitAreRefused() {
        assertEquals(new JsonNumber(12), JsonReader.read("12", 2));
        assertEquals(
                JsonProblem.TOO_LARGE,
                assertThrows(JsonException.class, () -> JsonReader.read("123", 2))
                        .problem());
        byte[] bytes = "123".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                JsonProblem.TOO_LARGE,
                assertThrows(JsonException.class, () -> JsonReader.read(bytes, 2))
                        .problem());
    }

    @Test
    void bytesMustBeUtf8() {
        byte[][] wrong = {
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xc0, (byte) 0x80, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            {'"', (byte) 0xe6, (byte) 0x97}
        };
        for (byte[] bytes : wrong) {
            JsonException refused = assertThrows(JsonException.class, () -> JsonReader.read(bytes));
            assertEquals(JsonProblem.INVALID_UTF8, refused.problem());
        }
        assertEquals(new JsonString("\u65e5"), JsonReader.read("\"\u65e5\"".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void membersAreAskedForByNameAndType() {
        JsonObject object = (JsonObject) JsonReader.read(
                "{\"s\":\"x\",\"i\":7,\"d\":1.5,\"b\":true,\"a\":[\"p\",\"q\"],\"o\":{\"k\":1},\"n\":null}");
        assertEquals("x", object.string("s"));
        assertEquals(7, object.integer("i"));
        assertEquals(true, object.bool("b"));
        assertEquals(List.of("p", "q"), object.array("a").strings());
        assertEquals(1, object.object("o").integer("k"));
        assertEquals(Optional.empty(), object.findString("n"));
        assertEquals(Optional.empty(), object.findString("none"));
        assertEquals(OptionalLong.of(7), object.findInteger("i"));
        JsonException missing = assertThrows(JsonException.class, () -> object.string("none"));
        assertEquals(JsonProblem.MISSING_MEMBER, missing.problem());
        assertEquals("none", missing.where());
        JsonException other = assertThrows(JsonException.class, () -> object.integer("d"));
        assertEquals(JsonProblem.WRONG_TYPE, other.problem());
        assertEquals("d", other.where());
        assertThrows(JsonException.class, () -> object.array("s"));
        assertThrows(JsonException.class, () -> object.array("a").objects());
    }

    @Test
    void aNameIsPutOnce() {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1);
        assertThrows(JsonException.class, () -> builder.put("a", true));
    }

    private static void assertProblem(JsonProblem problem, String text) {
        JsonException refused = assertThrows(JsonException.class, () -> JsonReader.read(text), text);
        assertEquals(problem, refused.problem(), text);
    }
}
