package org.sekisho.ejb.party;

import java.util.Set;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;

/**
 * Registers an organisation.
 *
 * @param shortName 2 to 30 of {@code [a-z0-9-]}
 * @param name in both languages
 * @param mailDomains where its people have their addresses; may be empty for now
 */
public record RegisterOrganisation(String shortName, Name name, OrganisationKind kind, Set<MailDomain> mailDomains) {

    public RegisterOrganisation {
        mailDomains = Set.copyOf(mailDomains);
    }
}
