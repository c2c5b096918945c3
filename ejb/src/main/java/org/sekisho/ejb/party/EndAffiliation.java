package org.sekisho.ejb.party;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Ends a secondment or commission.
 *
 * @param lastDay the last day on which it lasts, today or later
 * @param reason why; it ends the roles there when today is the last day
 */
public record EndAffiliation(UUID person, UUID organisation, AffiliationKind kind, LocalDate lastDay, String reason)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
