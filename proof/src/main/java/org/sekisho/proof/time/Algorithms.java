package org.sekisho.proof.time;

import java.util.Map;
import java.util.Optional;

/** The algorithms of tokens that are verified, by the contents of their object identifiers in hexadecimal. */
final class Algorithms {

    static final String SHA256 = "608648016503040201";

    private static final Map<String, String> DIGESTS =
            Map.of(SHA256, "SHA-256", "608648016503040202", "SHA-384", "608648016503040203", "SHA-512");

    /** RSA (RFC 8017, appendix A.2.4) and ECDSA (RFC 5758, section 3.2). */
    private static final Map<String, String> SIGNATURES = Map.of(
            "2a864886f70d01010b", "SHA256withRSA",
            "2a864886f70d01010c", "SHA384withRSA",
            "2a864886f70d01010d", "SHA512withRSA",
            "2a8648ce3d040302", "SHA256withECDSA",
            "2a8648ce3d040303", "SHA384withECDSA",
            "2a8648ce3d040304", "SHA512withECDSA");

    /** RSA whose digest stands elsewhere (RFC 3370, section 3.2). */
    private static final String RSA = "2a864886f70d010101";

    private Algorithms() {}

    /** Java's name of the digest. */
    static String digest(String oid) throws TimeException {
        return Optional.ofNullable(DIGESTS.get(oid)).orElseThrow(() -> new TimeException(TimeProblem.TOKEN_MALFORMED));
    }

    /**
     * Java's name of the signature.
     *
     * @param digest Java's name of the digest that goes with it
     */
    static String signature(String oid, String digest) throws TimeException {
        if (oid.equals(RSA)) {
            return digest.replace("-", "") + "withRSA";
        }
        return Optional.ofNullable(SIGNATURES.get(oid))
                .orElseThrow(() -> new TimeException(TimeProblem.TOKEN_MALFORMED));
    }
}
