package org.sekisho.domain.party.provisioning;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.role.RoleHistory;

/**
 * What an import compares its lines with. It is asked once or twice a line, so it reads ahead; the answers are of the moment at which
 * the import began.
 */
public interface ImportContext {

    /** The account with this address, at whichever organisation. */
    Optional<ExistingPerson> person(EmailAddress email);

    Optional<Organisation> organisation(String shortName);

    /** Whether somebody's role as administrator of the organisation is in effect. */
    boolean hasAdministrator(UUID organisation);

    /**
     * An account that exists.
     *
     * @param administersInstallation whether it holds the installation's administration
     * @param history the roles that count, with a view to the home organisation
     */
    record ExistingPerson(
            UUID id,
            Name name,
            ReadingLanguage language,
            UUID home,
            PersonState state,
            boolean administersInstallation,
            RoleHistory history) {}
}
