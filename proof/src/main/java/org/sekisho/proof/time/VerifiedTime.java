package org.sekisho.proof.time;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A time that a token agrees with itself about; whether its authority is one to believe is another question.
 *
 * @param signer whose key signed the token
 * @param certificates all that came with it
 */
public record VerifiedTime(Instant time, X509Certificate signer, List<X509Certificate> certificates) {

    public VerifiedTime {
        certificates = List.copyOf(certificates);
    }
}
