package org.sekisho.ejb.party;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Records by which document a unit of an authority is designated to review.
 *
 * @param lastDay the last day on which it holds
 */
public record Designate(UUID organisation, String document, LocalDate firstDay, LocalDate lastDay) implements Command {

    @Override
    public Subject subject() {
        return new Subject("organisation", organisation);
    }
}
