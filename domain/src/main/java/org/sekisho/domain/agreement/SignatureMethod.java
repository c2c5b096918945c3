package org.sekisho.domain.agreement;

/** How a party signed. */
public enum SignatureMethod {
    /** In the portal, with credentials entered again: two factors. */
    TWO_FACTORS,
    /** In the portal with one factor, which only the demo regime allows. */
    ONE_FACTOR,
    /** Outside, with the signer's own certificate. */
    OUTSIDE_CERTIFICATE,
    /** Outside, on paper under a seal. */
    OUTSIDE_PAPER;

    /** Whether a file is attached, which both sides confirm. */
    public boolean isOutside() {
        return this == OUTSIDE_CERTIFICATE || this == OUTSIDE_PAPER;
    }
}
