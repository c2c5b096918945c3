package org.sekisho.ejb.agreement;

import java.util.UUID;

/**
 * A document that is to be signed, with all that it says.
 *
 * @param organisation under whose key it is sealed
 * @param reason what readers of PDF show as the reason of the signature
 */
public record DocumentOrder(UUID organisation, AgreementPdf pdf, String reason) {}
