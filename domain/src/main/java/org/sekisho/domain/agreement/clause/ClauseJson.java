package org.sekisho.domain.agreement.clause;

import java.nio.charset.StandardCharsets;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * Clauses as canonical JSON (RFC 8785). The object holds {@code kind}, {@code schema} and the clause's own data, member by member
 * as the record declares them; an optional value that is absent has no member. This form is stored and signed: a change of a record
 * is a new schema number, and the old one stays readable.
 */
public final class ClauseJson {

    /** The schema that is written, and the only one so far. */
    public static final int SCHEMA = 1;

    /** The most characters of one clause. */
    public static final int LIMIT = 1_000_000;

    private static final String KIND = "kind";
    private static final String SCHEMA_MEMBER = "schema";

    private ClauseJson() {}

    /** The clause as an object. */
    public static JsonObject toJson(Clause clause) {
        try {
            JsonObject.Builder builder =
                    JsonObject.builder().put(KIND, clause.kind().name()).put(SCHEMA_MEMBER, SCHEMA);
            RecordJson.members((Record) clause).forEach(builder::put);
            return builder.build();
        } catch (JsonException e) {
            throw Refusal.of(ClauseError.JSON_MALFORMED, "where", e.where());
        }
    }

    /** The clause as canonical text. */
    public static String write(Clause clause) {
        return CanonicalJson.text(toJson(clause));
    }

    /** SHA-256 of its canonical JSON, in hexadecimal: tells whether two readings are the same. */
    public static String hash(Clause clause) {
        return Sha256.hex(write(clause).getBytes(StandardCharsets.UTF_8));
    }

    /** The clause in a text, which need not be canonical. Refuses unknown, missing and malformed members. */
    public static Clause read(String text) {
        try {
            if (JsonReader.read(text, LIMIT) instanceof JsonObject object) {
                return fromJson(object);
            }
            throw Refusal.of(ClauseError.JSON_MALFORMED, "where", "");
        } catch (JsonException e) {
            throw Refusal.of(ClauseError.JSON_MALFORMED, "where", e.where());
        }
    }

    /** The clause in an object. Refuses unknown, missing and malformed members. */
    public static Clause fromJson(JsonObject object) {
        JsonValue schema = RecordJson.member(object, SCHEMA_MEMBER);
        if (!(schema instanceof JsonNumber number) || number.value() != SCHEMA) {
            throw Refusal.of(ClauseError.SCHEMA_UNKNOWN, "schema", CanonicalJson.text(schema));
        }
        JsonObject.Builder data = JsonObject.builder();
        object.members().forEach((name, value) -> {
            if (!name.equals(KIND) && !name.equals(SCHEMA_MEMBER)) {
                data.put(name, value);
            }
        });
        return RecordJson.read(kindOf(object).type(), data.build());
    }

    private static ClauseKind kindOf(JsonObject object) {
        if (RecordJson.member(object, KIND) instanceof JsonString name) {
            for (ClauseKind kind : ClauseKind.values()) {
                if (kind.name().equals(name.value())) {
                    return kind;
                }
            }
        }
        throw Refusal.of(ClauseError.MEMBER_MALFORMED, "member", KIND);
    }
}
