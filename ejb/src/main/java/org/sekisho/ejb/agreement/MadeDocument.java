package org.sekisho.ejb.agreement;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.vault.ContentStore.Stored;

/**
 * A document that was signed and stands in the store.
 *
 * @param id under which it was sealed
 * @param organisation under whose key
 * @param certificate SHA-256 of the certificate that it was signed with, lower-case hexadecimal
 * @param timeStamped whether a time-stamping authority confirmed when
 */
public record MadeDocument(
        UUID id, UUID organisation, Language language, Stored stored, String certificate, boolean timeStamped) {}
