package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
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

    @Test
    void theOrderOfValuesIsThatOfTheDefinition() {
        DecisionTable table = read(FILE);
        assertEquals(List.of("N", "Y"), table.inputs().get(0).keys());
        assertEquals("Automatable", table.inputs().get(0).name());
        assertEquals(List.of("W", "D"), table.outcome().keys());
        assertEquals(new Evaluation("t", 4, 0, Map.of("A", "Y"), "D"), table.evaluate(Map.of("A", "Y")));
    }

    @Test
    void whatIsNoTableIsRefused() {
        refused(DecisionError.JSON_MALFORMED, "[]");
        refused(DecisionError.JSON_MALFORMED, FILE.substring(0, 400));
        refused(DecisionError.JSON_MALFORMED, "[".repeat(5_000));
        refused(
                DecisionError.JSON_VERSION,
                FILE.replaceFirst("\"schemaVersion\": \"2.0.0\"", "\"schemaVersion\": \"1.0.1\""));
        refused(
                DecisionError.JSON_MALFORMED,
                FILE.replace("\"outcome\": \"test:O:1.0.0\"", "\"outcome\": \"test:X:1.0.0\""));
        refused(DecisionError.JSON_MALFORMED, FILE.replace("{\"test:A:1.0.0\": \"N\", ", "{"));
        refused(DecisionError.VALUE_UNKNOWN, FILE.replace("\"test:A:1.0.0\": \"N\"", "\"test:A:1.0.0\": \"Q\""));
        refused(DecisionError.EMPTY, FILE.replaceFirst("\"mapping\": \\[.*\\]", "\"mapping\": []"));
    }

    private static void refused(DecisionError code, String text) {
        assertEquals(code, assertThrows(Refusal.class, () -> read(text)).code(), text);
    }

    private static DecisionTable read(String text) {
        return SsvcJson.read("t", 4, text.getBytes(StandardCharsets.UTF_8));
    }
}
