package org.sekisho.domain.agreement;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Words;

/**
 * A party as lists and pages show it.
 *
 * @param shortName by which addresses and filters name the organisation
 * @param name the full name in the document
 */
public record PartyRow(UUID organisation, String shortName, PartyRole role, Words name) {}
