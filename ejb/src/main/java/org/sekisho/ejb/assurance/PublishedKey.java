package org.sekisho.ejb.assurance;

/**
 * A public key, for whoever checks what it signed.
 *
 * @param fingerprint to compare with what was received on paper
 * @param pem the key as a file (RFC 7468)
 */
public record PublishedKey(String fingerprint, String pem) {}
