package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

class ContentHashTest {

    private final AgreementFixture fixture = new AgreementFixture();

    private String content() {
        return fixture.version().content().orElseThrow();
    }

    @Test
    void hashIsSha256OfTheCanonicalBytes() throws NoSuchAlgorithmException {
        fixture.signing();
        byte[] bytes = content().getBytes(StandardCharsets.UTF_8);
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertEquals(expected, fixture.hash());
        assertEquals(content(), CanonicalJson.text(JsonReader.read(bytes)));
    }

    @Test
    void contentHoldsClausesPartiesBothTextsAndASchemaNumber() {
        fixture.signing();
        JsonObject json = (JsonObject) JsonReader.read(content());
        assertEquals(ContentHash.SCHEMA, json.integer("schema"));
        assertEquals("AGR-2026-0004", json.string("agreement"));
        assertEquals(1, json.integer("version"));
        assertEquals(SampleClauses.FIRST_DAY.toString(), json.string("governsFrom"));
        List<Clause> clauses = json.array("clauses").objects().stream()
                .map(ClauseJson::fromJson)
                .toList();
        assertEquals(SampleClauses.all(), clauses);
        assertEquals(
                fixture.bank.toString(), json.array("parties").objects().get(0).string("organisation"));
        assertTrue(CanonicalJson.text(json.object("text").object("ja")).contains("第1条"));
        assertTrue(CanonicalJson.text(json.object("text").object("en")).contains("Article 1"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fixedTextIsReadFromTheContentThatWasSigned(Language language) {
        fixture.negotiating();
        var draft = fixture.version().document(language);
        fixture.openSigning();
        assertEquals(draft, fixture.version().document(language));
    }

    @Test
    void anyChangeOfAClauseChangesTheHash() {
        fixture.signing();
        AgreementFixture other = new AgreementFixture();
        other.drafted();
        other.version().putClause(other.coordinator, SampleClauses.usage(2_001), SampleClauses.TABLES);
        other.openRound();
        other.openSigning();
        assertNotEquals(fixture.hash(), other.hash());
    }

    @Test
    void nothingIsHashedBeforeSigningOpens() {
        fixture.negotiating();
        assertTrue(fixture.version().contentHash().isEmpty());
        assertTrue(fixture.version().content().isEmpty());
    }
}
