package org.sekisho.domain.agreement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseText;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.DocumentHead;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/**
 * What is signed: SHA-256 of the RFC 8785 JSON of the parties, all clauses, and the full text in both languages, with a schema
 * number. The JSON is kept as it was hashed, so that {@code sha256sum} over it gives what the parties signed.
 */
public final class ContentHash {

    /** The schema of the content that is written. */
    public static final int SCHEMA = 1;

    private static final String TEXT = "text";

    private ContentHash() {}

    /**
     * The content of a version as canonical JSON.
     *
     * @param parties who signs, in the order of the document
     */
    static String content(
            DocumentHead head, List<AgreementParty> parties, List<Clause> clauses, LocalDate governsFrom) {
        JsonObject.Builder text = JsonObject.builder();
        for (Language language : Language.values()) {
            text.put(key(language), ClauseText.document(head, clauses, language).toJson());
        }
        return CanonicalJson.text(JsonObject.builder()
                .put("schema", SCHEMA)
                .put("agreement", head.number())
                .put("version", head.version())
                .put("title", words(head.title()))
                .put("governsFrom", governsFrom.toString())
                .put(
                        "parties",
                        JsonArray.of(parties.stream().map(ContentHash::party).toList()))
                .put(
                        "clauses",
                        JsonArray.of(clauses.stream().map(ClauseJson::toJson).toList()))
                .put(TEXT, text.build())
                .build());
    }

    private static JsonObject party(AgreementParty party) {
        return JsonObject.builder()
                .put("organisation", party.organisation().toString())
                .put("role", party.role().name())
                .put("name", words(party.name()))
                .build();
    }

    private static JsonObject words(Words words) {
        return JsonObject.builder().put("en", words.en()).put("ja", words.ja()).build();
    }

    /** SHA-256 of the content's UTF-8 bytes, in lower-case hexadecimal. */
    public static String of(String content) {
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The text that was signed, read back from the content: later wording of the product doesn't change it. */
    static Document document(String content, Language language) {
        if (JsonReader.read(content) instanceof JsonObject object) {
            return Document.fromJson(object.object(TEXT).object(key(language)));
        }
        throw new IllegalStateException("A content is an object");
    }

    private static String key(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
