package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Refusal;

class SsvcJsonTest {

    private static final String FILE =
            """
            {"namespace": "test", "key": "DT", "version": "1.0.0", "name": "Table", "definition": "A table.", "schemaVersion": "2.0.0",
             "decision_points": {
              "test:A:1.0.0": {"namespace": "test", "key": "A", "version": "1.0.0", "name": "Automatable", "definition": "d", "schemaVersion": "2.0.0",
               "values": [{"key": "N", "name": "No", "definition": "d"}, {"key": "Y", "name": "Yes", "definition": "d"}]},
              "test:O:1.0.0": {"namespace": "test", "key": "O", "version": "1.0.0", "name": "Outcome", "definition": "d", "schemaVersion": "2.0.0",
               "values": [{"key": "W", "name": "Wait", "definition": "d"}, {"key": "D", "name": "Do", "definition": "d"}]}},
             "outcome": "test:O:1.0.0",
             "mapping": [{"test:A:1.0.0": "Y", "test:O:1.0.0": "D"}, {"test:A:1.0.0": "N", "test:O:1.0.0": "W"}]}
            """;

    private static final String HEAD = "{\"namespace\": \"test\", \"key\": \"DT\", \"version\": \"1.0.0\", ";
    private static final String AUTOMATABLE = "\"namespace\": \"test\", \"key\": \"A\", \"version\": \"1.0.0\", ";
    private static final String POINT = "/decision_points/test:A:1.0.0";

    @Test
    void theOrderOfValuesIsThatOfTheDefinition() {
        DecisionTable table = read(FILE);
        assertEquals(List.of("N", "Y"), table.inputs().get(0).keys());
        assertEquals("Automatable", table.inputs().get(0).name());
        assertEquals(List.of("W", "D"), table.outcome().keys());
        assertEquals(new Evaluation("t", 4, 0, Map.of("A", "Y"), "D"), table.evaluate(Map.of("A", "Y")));
    }

    @Test
    void whatTheSchemaLeavesOpenIsTaken() {
        DecisionTable table = read(FILE);
        assertEquals(
                table.rows(), read(changed(HEAD, HEAD + "\"comment\": [1], ")).rows());
        String withoutVersion = changed(AUTOMATABLE, "\"namespace\": \"test\", \"key\": \"A\", ");
        assertEquals(table.rows(), read(withoutVersion).rows());
        assertEquals(
                table.rows(),
                read(FILE.replace("test:A:1.0.0", "anything/at~all")).rows());
    }

    @Test
    void whatIsNoJsonIsRefused() {
        refused(DecisionError.JSON_MALFORMED, FILE.substring(0, 400));
        refused(DecisionError.JSON_MALFORMED, "[".repeat(5_000));
        refused(DecisionError.JSON_MALFORMED, changed(HEAD, HEAD + "\"key\": \"DT\", "));
    }

    @Test
    void whatIsRequiredHasToBeThere() {
        missing("/namespace", HEAD, "{\"key\": \"DT\", \"version\": \"1.0.0\", ");
        missing("/key", HEAD, "{\"namespace\": \"test\", ");
        missing("/name", "\"name\": \"Table\", ", "");
        missing("/definition", "\"definition\": \"A table.\", ", "");
        missing("/schemaVersion", ", \"schemaVersion\": \"2.0.0\",\n \"decision_points\"", ",\n \"decision_points\"");
        missing("/decision_points", "\"decision_points\"", "\"points\"");
        missing("/outcome", "\"outcome\"", "\"answer\"");
        missing(POINT + "/namespace", AUTOMATABLE, "\"key\": \"A\", ");
        missing(POINT + "/key", AUTOMATABLE, "\"namespace\": \"test\", ");
        missing(POINT + "/name", "\"name\": \"Automatable\", ", "");
        missing(POINT + "/definition", "\"Automatable\", \"definition\": \"d\", ", "\"Automatable\", ");
        missing(
                POINT + "/schemaVersion",
                "\"definition\": \"d\", \"schemaVersion\": \"2.0.0\",\n",
                "\"definition\": \"d\",\n");
        missing(POINT + "/values", "\"values\": [{\"key\": \"N\"", "\"value\": [{\"key\": \"N\"");
        missing(POINT + "/values/1/key", "\"key\": \"Y\", ", "");
        missing(POINT + "/values/1/name", "\"name\": \"Yes\", ", "");
        missing(POINT + "/values/0/definition", "\"No\", \"definition\": \"d\"", "\"No\"");
        missing("/mapping/1/test:A:1.0.0", "\"test:A:1.0.0\": \"N\", ", "");
        missing("/mapping/0/test:O:1.0.0", ", \"test:O:1.0.0\": \"D\"", "");
        refused(DecisionError.EMPTY, FILE.replaceFirst("\"mapping\": \\[.*\\]", "\"mapping\": []"));
        refused(DecisionError.EMPTY, FILE.replaceFirst(",\\s*\"mapping\": \\[.*\\]", ""));
        refused(DecisionError.TOO_FEW, FILE.replaceFirst("\"values\": \\[\\{\"key\": \"N\".*\\]", "\"values\": []"));
    }

    @Test
    void whatIsOfAnotherTypeIsRefused() {
        assertEquals("object", type("", "[]"));
        assertEquals("string", type("/namespace", changed(HEAD, HEAD.replace("\"test\"", "7"))));
        assertEquals("string", type("/version", changed(HEAD, HEAD.replace("\"1.0.0\"", "null"))));
        assertEquals("string", type("/name", changed("\"Table\"", "[\"Table\"]")));
        assertEquals("string", type("/definition", changed("\"A table.\"", "{}")));
        assertEquals("string", type("/schemaVersion", changed("\"2.0.0\",\n \"dec", "2,\n \"dec")));
        assertEquals(
                "object",
                type(
                        "/decision_points",
                        FILE.replaceFirst(
                                "(?s)\"decision_points\": .*\"outcome\"", "\"decision_points\": [], \"outcome\"")));
        assertEquals("string", type("/outcome", changed("\"outcome\": \"test:O:1.0.0\"", "\"outcome\": 1")));
        assertEquals("array", type("/mapping", FILE.replaceFirst("\"mapping\": \\[.*\\]", "\"mapping\": {}")));
        assertEquals("object", type("/mapping/0", changed("\"mapping\": [", "\"mapping\": [\"x\", ")));
        assertEquals(
                "string",
                type("/mapping/0/test:A:1.0.0", changed("\"test:A:1.0.0\": \"Y\"", "\"test:A:1.0.0\": true")));
        assertEquals(
                "array",
                type(POINT + "/values", FILE.replaceFirst("\"values\": \\[\\{\"key\": \"N\".*\\]", "\"values\": 1")));
        assertEquals(
                "object",
                type(POINT + "/values/0", changed("\"values\": [{\"key\": \"N\"", "\"values\": [1, {\"key\": \"N\"")));
        assertEquals("string", type(POINT + "/values/1/key", changed("\"key\": \"Y\"", "\"key\": 1")));
    }

    @Test
    void onlyVersionTwoOfTheSchemaIsRead() {
        assertEquals(
                Map.of("pointer", "/schemaVersion", "version", "1.0.1"),
                refused(DecisionError.JSON_VERSION, changed("\"2.0.0\",\n \"dec", "\"1.0.1\",\n \"dec")));
        assertEquals(
                POINT + "/schemaVersion",
                refused(DecisionError.JSON_VERSION, changed("\"2.0.0\",\n   \"val", "\"2.0.1\",\n   \"val"))
                        .get("pointer"));
    }

    @Test
    void keysVersionsAndNamespacesHaveTheirForms() {
        form("/key", HEAD, HEAD.replace("DT", "D T"));
        form("/key", HEAD, HEAD.replace("DT", "_DT"));
        form("/key", HEAD, HEAD.replace("DT", ""));
        form("/version", HEAD, HEAD.replace("1.0.0", "1.0"));
        form("/version", HEAD, HEAD.replace("1.0.0", "01.0.0"));
        form("/namespace", HEAD, HEAD.replace("test", "Test"));
        form(POINT + "/key", AUTOMATABLE, AUTOMATABLE.replace("\"A\"", "\"A-\""));
        form(POINT + "/version", AUTOMATABLE, AUTOMATABLE.replace("1.0.0", "1.0.0-01"));
        form(POINT + "/namespace", AUTOMATABLE, AUTOMATABLE.replace("test", "x_example.test"));
        form(POINT + "/values/1/key", "\"key\": \"Y\"", "\"key\": \"Y*\"");
    }

    @Test
    void namespacesAreRegisteredOrSomebodysOwnAndMayBeExtended() {
        for (String fits : List.of(
                "ssvc",
                "cisa",
                "a1.b",
                "nist-800.30",
                "ssvc#part.1-2",
                "x_test.example#a",
                "x_a-b.example.test#a.b",
                "ssvc/",
                "ssvc/ja-JP",
                "ssvc/zh-Hant-TW",
                "ssvc/x-own",
                "ssvc//.test.example#a",
                "ssvc/en/.test.example#a/de",
                "ssvc//.test.example$ja",
                "ssvc//test.example#a$en-GB",
                "x_example.test#test//.example.test#private-extension")) {
            assertTrue(SsvcForms.NAMESPACE.matcher(fits).matches(), fits);
        }
        for (String not : List.of(
                "",
                "ab",
                "1ab",
                "SSVC",
                "ssvc.",
                "a.b",
                "ssvc#",
                "ssvc#A",
                "x_test#a",
                "x_test.example",
                "x_-a.test#a",
                "ssvc/e",
                "ssvc///",
                "ssvc//.test#a",
                "ssvc/en/test.example#a",
                "ssvc//.test.example",
                "ssvc/en GB",
                "x_" + "a".repeat(64) + ".test#a")) {
            assertFalse(SsvcForms.NAMESPACE.matcher(not).matches(), not);
        }
    }

    @Test
    void versionsAreSemantic() {
        for (String fits : List.of("0.0.0", "1.20.300", "1.0.0-a", "1.0.0-0.a-b.1a", "1.0.0+001", "1.0.0-x+a.b-c")) {
            assertTrue(SsvcForms.VERSION.matcher(fits).matches(), fits);
        }
        for (String not :
                List.of("1", "1.0.0.0", "v1.0.0", "1.0.0-", "1.0.0-00", "1.0.0+", "1.0.0-a..b", "1.0.00", "١.0.0")) {
            assertFalse(SsvcForms.VERSION.matcher(not).matches(), not);
        }
    }

    @Test
    void noFormTakesLong() {
        List<String> texts = List.of(
                "a".repeat(900) + "!",
                "a-".repeat(450) + "!",
                "x_" + "a.".repeat(450),
                "ssvc" + "/en-abcde".repeat(100) + "!",
                "ssvc//" + ".a.b#c/".repeat(100) + "!",
                "ssvc/" + "a-bbbbb".repeat(100) + "!");
        assertTimeout(
                Duration.ofSeconds(5),
                () -> texts.forEach(text -> {
                    assertFalse(SsvcForms.NAMESPACE.matcher(text).matches());
                    assertFalse(SsvcForms.VERSION.matcher("1.0.0-" + text).matches());
                    assertFalse(SsvcForms.KEY.matcher(text).matches());
                }));
        form("/namespace", HEAD, HEAD.replace("test", "a".repeat(1_001)));
        form("/version", HEAD, HEAD.replace("1.0.0", "1.0.0-a" + ".a".repeat(1_000_000)));
        form("/key", HEAD, HEAD.replace("DT", "D_".repeat(1_000_000)));
    }

    @Test
    void whatAMappingNamesIsDefined() {
        unknown("/outcome", "test:X:1.0.0", "\"outcome\": \"test:O:1.0.0\"", "\"outcome\": \"test:X:1.0.0\"");
        unknown("/mapping/1/test:A:1.0.0", "Q", "\"test:A:1.0.0\": \"N\"", "\"test:A:1.0.0\": \"Q\"");
        unknown("/mapping/1/test:O:1.0.0", "Q", "\"test:O:1.0.0\": \"W\"", "\"test:O:1.0.0\": \"Q\"");
        unknown(
                "/mapping/1/x~1y~0z",
                "x/y~z",
                "{\"test:A:1.0.0\": \"N\", ",
                "{\"test:A:1.0.0\": \"N\", \"x/y~z\": \"N\", ");
    }

    private static void missing(String pointer, String of, String by) {
        assertEquals(Map.of("pointer", pointer), refused(DecisionError.JSON_MISSING, changed(of, by)));
    }

    private static void form(String pointer, String of, String by) {
        assertEquals(pointer, refused(DecisionError.JSON_FORM, changed(of, by)).get("pointer"));
    }

    private static void unknown(String pointer, String value, String of, String by) {
        assertEquals(Map.of("pointer", pointer, "value", value), refused(DecisionError.JSON_UNKNOWN, changed(of, by)));
    }

    private static Object type(String pointer, String text) {
        Map<String, Object> told = refused(DecisionError.JSON_TYPE, text);
        assertEquals(pointer, told.get("pointer"));
        return String.valueOf(told.get("type"));
    }

    private static String changed(String of, String by) {
        assertTrue(FILE.contains(of), of);
        return FILE.substring(0, FILE.indexOf(of)) + by + FILE.substring(FILE.indexOf(of) + of.length());
    }

    private static Map<String, Object> refused(DecisionError code, String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertEquals(code, refusal.code(), text);
        return refusal.parameters();
    }

    private static DecisionTable read(String text) {
        return SsvcJson.read("t", 4, text.getBytes(StandardCharsets.UTF_8));
    }
}
