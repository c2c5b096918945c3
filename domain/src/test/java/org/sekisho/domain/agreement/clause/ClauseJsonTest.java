package org.sekisho.domain.agreement.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

class ClauseJsonTest {

    static List<Clause> clauses() {
        return SampleClauses.all();
    }

    @Test
    void samplesHoldOneClauseOfEveryKind() {
        Set<ClauseKind> kinds = clauses().stream().map(Clause::kind).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(ClauseKind.class), kinds);
        assertEquals(ClauseKind.values().length, clauses().size());
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void clauseComesBackAsItWas(Clause clause) {
        assertEquals(clause, ClauseJson.read(ClauseJson.write(clause)));
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void textIsCanonical(Clause clause) {
        String text = ClauseJson.write(clause);
        assertEquals(CanonicalJson.text(JsonReader.read(text)), text);
    }

    /** What was signed under schema 1 must stay readable, and the same data must keep giving the same bytes. */
    @Test
    void schemaOneStaysAsItWasSigned() throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("clauses-schema-1.jsonl")) {
            String kept = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            String written = clauses().stream().map(ClauseJson::write).collect(Collectors.joining("\n", "", "\n"));
            assertEquals(kept, written);
        }
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void unknownMemberIsRefused(Clause clause) {
        JsonObject json = ClauseJson.toJson(clause);
        assertEquals(ClauseError.MEMBER_UNKNOWN, refusal(with(json, "surprise", new JsonString("x"))));
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyMissingMemberIsRefusedUnlessItIsOptional(Clause clause) {
        JsonObject json = ClauseJson.toJson(clause);
        Set<String> optional = Set.of("furtherProvisions", "liabilityCapYen", "rules");
        for (String name : json.members().keySet()) {
            if (!(optional.contains(name) && !(clause instanceof ExportClause))) {
                assertEquals(ClauseError.MEMBER_MISSING, refusal(without(json, name)), name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void membersOfTheWrongTypeAreRefused(Clause clause) {
        JsonObject json = ClauseJson.toJson(clause);
        for (String name : json.members().keySet()) {
            JsonValue wrong =
                    json.members().get(name) instanceof JsonArray ? new JsonString("x") : new JsonArray(List.of());
            ErrorCode expected = name.equals("schema") ? ClauseError.SCHEMA_UNKNOWN : ClauseError.MEMBER_MALFORMED;
            assertEquals(expected, refusal(with(without(json, name), name, wrong)), name);
        }
    }

    @Test
    void unknownMemberDeepInsideIsNamedWithItsPath() {
        String text =
                ClauseJson.write(SampleClauses.scope()).replace("\"id\":\"internet-banking\"", "\"id\":\"a\",\"x\":1");
        Refusal refusal = assertThrows(Refusal.class, () -> ClauseJson.read(text));
        assertEquals(ClauseError.MEMBER_UNKNOWN, refusal.code());
        assertEquals("systems[1].x", refusal.parameters().get("member"));
    }

    @Test
    void otherSchemaIsRefused() {
        JsonObject json = without(ClauseJson.toJson(SampleClauses.usage(1)), "schema");
        assertEquals(ClauseError.SCHEMA_UNKNOWN, refusal(with(json, "schema", JsonNumber.of(2))));
    }

    @Test
    void unknownConstantIsRefused() {
        String text = ClauseJson.write(SampleClauses.people()).replace("model.use", "model.abuse");
        assertEquals(
                ClauseError.MEMBER_MALFORMED,
                assertThrows(Refusal.class, () -> ClauseJson.read(text)).code());
    }

    @Test
    void constantGivenTwiceInASetIsRefused() {
        String text =
                ClauseJson.write(SampleClauses.scope()).replace("REMEDIATION_PLANNING", "VULNERABILITY_DETECTION");
        assertEquals(
                ClauseError.MEMBER_MALFORMED,
                assertThrows(Refusal.class, () -> ClauseJson.read(text)).code());
    }

    @Test
    void dataThatNoConstructorAcceptsIsRefusedByItsCode() {
        String text = ClauseJson.write(SampleClauses.usage(1)).replace("\"requestsPerDay\":1", "\"requestsPerDay\":0");
        assertEquals(
                ClauseError.OUT_OF_RANGE,
                assertThrows(Refusal.class, () -> ClauseJson.read(text)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{", "{\"kind\":\"USAGE\",\"kind\":\"USAGE\"}", "{} {}"})
    void whatIsNoObjectIsRefused(String text) {
        assertEquals(
                ClauseError.JSON_MALFORMED,
                assertThrows(Refusal.class, () -> ClauseJson.read(text)).code());
    }

    @Test
    void kindDecidesWhichMembersAreRead() {
        String text = ClauseJson.write(SampleClauses.usage(1)).replace("USAGE", "AUDIT");
        Refusal refusal = assertThrows(Refusal.class, () -> ClauseJson.read(text));
        assertTrue(
                Set.of(ClauseError.MEMBER_MISSING, ClauseError.MEMBER_UNKNOWN).contains(refusal.code()));
    }

    private static ErrorCode refusal(JsonObject json) {
        return assertThrows(Refusal.class, () -> ClauseJson.fromJson(json)).code();
    }

    private static JsonObject with(JsonObject json, String name, JsonValue value) {
        JsonObject.Builder builder = JsonObject.builder();
        json.members().forEach(builder::put);
        return builder.put(name, value).build();
    }

    private static JsonObject without(JsonObject json, String name) {
        JsonObject.Builder builder = JsonObject.builder();
        json.members().forEach((key, value) -> {
            if (!key.equals(name)) {
                builder.put(key, value);
            }
        });
        return builder.build();
    }
}
