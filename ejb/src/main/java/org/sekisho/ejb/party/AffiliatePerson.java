package org.sekisho.ejb.party;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Seconds somebody to another organisation, or has another organisation commission them.
 *
 * @param kind {@code HOST} or {@code COMMISSIONING}
 * @param lastDay empty while no end is known
 */
public record AffiliatePerson(
        UUID person, UUID organisation, AffiliationKind kind, LocalDate firstDay, Optional<LocalDate> lastDay)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
