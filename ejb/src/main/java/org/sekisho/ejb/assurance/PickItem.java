package org.sekisho.ejb.assurance;

import java.util.UUID;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Which record an auditor takes into a judgemental sample.
 *
 * @param record of the frozen population
 * @param reason why this one
 */
public record PickItem(UUID sample, UUID record, String reason) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Sample.KIND, sample);
    }
}
