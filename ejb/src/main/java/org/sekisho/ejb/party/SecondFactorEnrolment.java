package org.sekisho.ejb.party;

/**
 * A secret for an authenticator app; it counts once a first code was right.
 *
 * @param secret for typing, in base32
 * @param uri for the picture code
 */
public record SecondFactorEnrolment(String secret, String uri) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecondFactorEnrolment[]";
    }
}
