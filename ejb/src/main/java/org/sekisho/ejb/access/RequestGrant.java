package org.sekisho.ejb.access;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Asks for a grant to somebody of the actor's own organisation.
 *
 * @param person by id or mail address
 * @param firstDay the first day in Tokyo
 * @param lastDay the last such day
 */
public record RequestGrant(
        UUID agreement, String person, Role role, String reason, LocalDate firstDay, LocalDate lastDay)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
