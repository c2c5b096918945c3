package org.sekisho.ejb.playbook;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.playbook.ExerciseKind;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Records that the approved version of a playbook was exercised.
 *
 * @param day the day in Tokyo
 * @param evidence where the report of the exercise is found
 */
public record RecordExercise(UUID playbook, LocalDate day, ExerciseKind kind, String evidence) implements Command {

    @Override
    public Subject subject() {
        return new Subject("playbook", playbook);
    }
}
