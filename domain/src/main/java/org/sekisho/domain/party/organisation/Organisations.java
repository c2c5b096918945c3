package org.sekisho.domain.party.organisation;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.MailDomain;

/** All organisations; everyone signed in may see them. */
public interface Organisations {

    Optional<Organisation> find(UUID id);

    /** @throws org.sekisho.domain.shared.Refusal when there is none */
    Organisation require(UUID id);

    Optional<Organisation> findByShortName(String shortName);

    /** The organisation to which a mail domain belongs. */
    Optional<UUID> ownerOf(MailDomain domain);

    /** Whether a person of the organisation has an address in the domain. */
    boolean usesMailDomain(UUID organisation, MailDomain domain);

    /** The secretariat; empty before the installation is set up. */
    Optional<Organisation> secretariat();

    /** @throws org.sekisho.domain.shared.Refusal when the short name or a mail domain is taken, or it would be a second secretariat */
    void add(Organisation organisation);
}
