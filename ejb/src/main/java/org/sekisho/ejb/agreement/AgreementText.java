package org.sekisho.ejb.agreement;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.Language;

/**
 * The text of one version in both languages, for pages and PDF.
 *
 * @param number the version's number
 * @param contentHash SHA-256 in hexadecimal of what is signed; empty while the text can still change
 */
public record AgreementText(
        UUID agreement, int number, Optional<String> contentHash, Document english, Document japanese) {

    /** The text in one language. */
    public Document in(Language language) {
        return switch (language) {
            case EN -> english;
            case JA -> japanese;
        };
    }
}
