package org.sekisho.domain.agreement.clause;

/** In which capacity an organisation is a party. The document calls it by this capacity. */
public enum PartyRole {
    /** The institution or authority that receives access to the model. */
    INSTITUTION_RECEIVING,
    /** Who provides the model. */
    PROVIDER,
    SECRETARIAT,
    /** Anyone who accedes. */
    ACCEDING
}
