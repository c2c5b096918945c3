package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.agreement.access.OutsideFact;
import org.sekisho.domain.agreement.access.UsageMeter;
import org.sekisho.persistence.shared.Entities;

/** What was used today, as the agreement's meter has it. An agreement without a meter has no known usage. */
@ApplicationScoped
public class UsageCondition implements ConditionSource {

    @Inject
    private Entities entities;

    @Override
    public Name name() {
        return Name.USAGE;
    }

    @Override
    public OutsideFact load(Question question) {
        return entities.first(
                        UsageMeter.class,
                        "select m from UsageMeter m where m.agreement = :agreement",
                        Map.of("agreement", question.agreement()))
                .map(meter -> meter.usage(question.at()))
                .orElseThrow(() -> new IllegalStateException("Agreement " + question.agreement() + " has no meter"));
    }
}
