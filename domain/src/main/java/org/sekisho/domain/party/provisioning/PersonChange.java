package org.sekisho.domain.party.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;

/**
 * What one line asks for.
 *
 * @param person the account to change; empty for a new one
 * @param name as it will be
 * @param language as it will be
 * @param roles to request at the organisation; those held or awaited already are left out
 */
public record PersonChange(
        Optional<UUID> person,
        EmailAddress email,
        Name name,
        ReadingLanguage language,
        UUID organisation,
        List<Role> roles) {

    public PersonChange {
        roles = List.copyOf(roles);
    }
}
