package org.sekisho.ejb.agreement;

import java.time.Instant;

/**
 * The certificate of a key that signs documents, for whoever checks them.
 *
 * @param fingerprint SHA-256 of its DER form, as tools print it, to compare with what was received on paper
 * @param pem the certificate as a file (RFC 7468)
 * @param validUntil the moment after which it signs nothing more
 */
public record PublishedCertificate(String fingerprint, String pem, Instant validUntil) {}
