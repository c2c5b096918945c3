package org.sekisho.domain.assurance.pack;

import java.util.Base64;

/**
 * What opens an encrypted pack for whoever has the key of its certificate: a CMS structure (RFC 5652, EnvelopedData) that holds the key
 * of the pack, encrypted for that certificate, and whose content lies beside it.
 *
 * @param base64 of its DER
 */
public record Envelope(String base64) {

    /** The most characters: one recipient with the longest key and names has some three thousand. */
    public static final int LIMIT = 8_192;

    public Envelope {
        if (base64.isEmpty() || base64.length() > LIMIT) {
            throw new IllegalArgumentException("Not an envelope of one recipient: " + base64.length());
        }
    }

    /** Of its DER. */
    public static Envelope of(byte[] der) {
        return new Envelope(Base64.getEncoder().encodeToString(der));
    }

    public byte[] der() {
        return Base64.getDecoder().decode(base64);
    }
}
