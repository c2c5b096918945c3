package org.sekisho.domain.agreement;

import java.time.Instant;
import org.sekisho.domain.agreement.clause.Language;

/**
 * A document that the portal signed, as pages show it.
 *
 * @param size in bytes
 * @param sha256 of the document, lower-case hexadecimal
 * @param certificate SHA-256 of the certificate that it was signed with, lower-case hexadecimal
 * @param timeStamped whether a time-stamping authority confirmed when
 */
public record SignedDocumentRow(
        Language language, long size, String sha256, String certificate, boolean timeStamped, Instant madeAt) {

    public static SignedDocumentRow of(SignedDocument document) {
        return new SignedDocumentRow(
                document.language(),
                document.size(),
                document.sha256(),
                document.certificate(),
                document.isTimeStamped(),
                document.madeAt());
    }
}
