package org.sekisho.ejb.assurance;

import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/** Which population an auditor freezes, and what sample is to be taken from it. */
public record FreezePopulation(UUID engagement, Sample.Wanted wanted) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
