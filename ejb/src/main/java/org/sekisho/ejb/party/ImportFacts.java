package org.sekisho.ejb.party;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.provisioning.ImportContext;
import org.sekisho.domain.party.role.RoleAssignments;

/** What an import compares its lines with, read once. */
final class ImportFacts implements ImportContext {

    private final Map<EmailAddress, ExistingPerson> people;
    private final Organisations organisations;
    private final RoleAssignments roles;
    private final Map<String, Optional<Organisation>> byShortName = new HashMap<>();
    private final Map<UUID, Boolean> administered = new HashMap<>();

    ImportFacts(Map<EmailAddress, ExistingPerson> people, Organisations organisations, RoleAssignments roles) {
        this.people = people;
        this.organisations = organisations;
        this.roles = roles;
    }

    @Override
    public Optional<ExistingPerson> person(EmailAddress email) {
        return Optional.ofNullable(people.get(email));
    }

    @Override
    public Optional<Organisation> organisation(String shortName) {
        return byShortName.computeIfAbsent(shortName, organisations::findByShortName);
    }

    @Override
    public boolean hasAdministrator(UUID organisation) {
        return administered.computeIfAbsent(organisation, roles::hasAdministrator);
    }
}
