package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.ContentStore.Stored;

class SignedDocumentTest {

    private static final Stored STORED = new Stored("blob", 7, "cd".repeat(32), 0);
    private static final String CERTIFICATE = "3f".repeat(32);

    @Test
    void onlyAVersionThatCameIntoForceIsSignedAsADocument() {
        for (AgreementFixture each : List.of(
                new AgreementFixture(),
                new AgreementFixture().negotiating(),
                new AgreementFixture().signing(),
                new AgreementFixture().signed())) {
            assertFalse(each.version().hasGoverned());
            assertEquals(Optional.of(AgreementError.VERSION_WRONG_STATE), refused(each));
        }
        assertEquals(Optional.empty(), refused(new AgreementFixture().governing()));
        assertEquals(Optional.empty(), refused(new AgreementFixture().suspended()), "it governed");
    }

    @Test
    void theTrailNamesWhatWasSignedAndWithWhat() {
        AgreementFixture governing = new AgreementFixture().governing();
        DomainEvent event = document(governing, true).made(governing.version());
        assertEquals("agreement.document-signed", event.name());
        assertEquals(governing.agreement.id(), event.subject().id());
        assertEquals(
                governing.version().contentHash().orElseThrow(), event.details().get("hash"));
        assertEquals("cd".repeat(32), event.details().get("documentSha256"));
        assertEquals(CERTIFICATE, event.details().get("certificateSha256"));
        assertEquals("JA", event.details().get("language"));
        assertEquals("B-T", event.details().get("level"));
        assertEquals(
                "B-B",
                document(governing, false).made(governing.version()).details().get("level"));
    }

    private static Optional<Object> refused(AgreementFixture fixture) {
        try {
            document(fixture, false);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.code());
        }
    }

    private static SignedDocument document(AgreementFixture fixture, boolean timeStamped) {
        return new SignedDocument(
                UUID.randomUUID(),
                fixture.version(),
                Language.JA,
                fixture.bank,
                STORED,
                CERTIFICATE,
                timeStamped,
                AgreementFixture.LATER);
    }
}
