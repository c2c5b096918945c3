package org.sekisho.proof.time;

/** Why a time-stamp is refused. */
public enum TimeProblem {
    /** Not the DER of a granted answer with a token (RFC 3161, section 2.4.2), or with algorithms that aren't verified here. */
    TOKEN_MALFORMED,
    /** The token is of another file. */
    TOKEN_OF_OTHER_FILE,
    /** Its signature isn't the one of what it says under the certificate in it. */
    TOKEN_SIGNATURE_WRONG,
    /** The certificate isn't one for time-stamping, or wasn't valid at the time. */
    TOKEN_CERTIFICATE_UNFIT,
    /** No chain leads from the certificate to the given authority. */
    TOKEN_AUTHORITY_UNKNOWN,
    /** The file with the authority's certificates can't be read. */
    AUTHORITY_UNREADABLE
}
