package org.sekisho.ejb.agreement;

import java.util.UUID;
import org.sekisho.domain.agreement.LevelDecision;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Records what one level of the party's internal approval decided.
 *
 * @param number the version's number
 */
public record RecordApproval(UUID agreement, int number, LevelDecision decision) implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
