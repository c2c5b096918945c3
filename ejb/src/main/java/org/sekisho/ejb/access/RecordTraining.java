package org.sekisho.ejb.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Records that somebody completed a training that an agreement asks for.
 *
 * @param agreement whose people clause names the training and says how long it counts
 * @param organisation for which the person acts; the actor's own where nothing is said
 * @param training the code in the people clause
 * @param evidence where the certificate or attendance list is found
 */
public record RecordTraining(
        UUID agreement,
        UUID person,
        Optional<UUID> organisation,
        String training,
        LocalDate completedOn,
        String evidence)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
