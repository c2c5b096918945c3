package org.sekisho.proof.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreWrittenAsInAppendixB(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertEquals(text, CanonicalJson.text(new JsonNumber(value)));
    }

    /** Doubles for which Double.toString of JDK 17 gives a digit too many, and powers of two with uneven neighbours. */
    @ParameterizedTest
    @CsvSource({
        "2.0E-3, 0.002",
        "2.2E-322, 2.2e-322",
        "2.0E23, 2e+23",
        "5.684341886080802E-14, 5.684341886080802e-14",
        "1.0E22, 1e+22",
        "8.41E21, 8.41e+21",
        "9007199254740994, 9007199254740994",
        "0.1, 0.1",
        "1.5, 1.5",
        "123456.789, 123456.789",
        "-0.5, -0.5",
        "1e-7, 1e-7",
        "1.2e-7, 1.2e-7"
    })
    void numbersHaveTheFewestDigits(double value, String text) {
        assertEquals(text, CanonicalJson.text(new JsonNumber(value)));
    }

    @Test
    void everyNumberReadsBackAsItself() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = CanonicalJson.text(new JsonNumber(value));
                assertEquals(new JsonNumber(value), JsonReader.read(text), text);
            }
        }
    }

    /** RFC 8785, sections 3.2.2 and 3.2.4. */
    @Test
    void theSampleOfTheSpecificationComesOut() {
        String input =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        String expected = "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assertArrayEquals(
                expected.getBytes(StandardCharsets.UTF_8), CanonicalJson.write(JsonReader.read(input)), expected);
    }

    /** RFC 8785, section 3.2.3: code units, not code points, so that the emoji stands before U+FB33. */
    @Test
    void membersAreSortedByCodeUnits() {
        JsonObject object = JsonObject.builder()
                .put("\u20ac", "Euro Sign")
                .put("\r", "Carriage Return")
                .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
                .put("1", "One")
                .put("\ud83d\ude00", "Emoji: Grinning Face")
                .put("\u0080", "Control")
                .put("\u00f6", "Latin Small Letter O With Diaeresis")
                .build();
        assertEquals(
                List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"),
                List.copyOf(object.members().keySet()));
        assertEquals(object, JsonReader.read(CanonicalJson.write(object)));
    }

    @Test
    void onlyWhatJsonCannotHoldIsEscaped() {
        assertEquals(
                "\"\\b\\t\\n\\f\\r\\u0000\\u001f\\\"\\\\/\u007f\u2028\u65e5\"",
                CanonicalJson.text(new JsonString("\b\t\n\f\r\0\u001f\"\\/\u007f\u2028\u65e5")));
    }

    @Test
    void emptyArraysAndObjectsStayEmpty() {
        assertEquals(
                "{\"a\":[],\"b\":{},\"c\":null}",
                CanonicalJson.text(JsonObject.builder()
                        .put("c", (String) null)
                        .put("b", JsonObject.builder().build())
                        .put("a", JsonArray.of(List.of()))
                        .build()));
    }

    @Test
    void integersReachToTheLastExactOne() {
        assertEquals("9007199254740991", CanonicalJson.text(JsonNumber.of(9007199254740991L)));
        assertEquals("-9007199254740991", CanonicalJson.text(JsonNumber.of(-9007199254740991L)));
        JsonException refused = assertThrows(JsonException.class, () -> JsonNumber.of(9007199254740992L));
        assertEquals(JsonProblem.NUMBER_OUT_OF_RANGE, refused.problem());
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsRefused(double value) {
        assertThrows(JsonException.class, () -> new JsonNumber(value));
    }
}
