package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.agreement.access.UsageFacts;
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
    public Map<UUID, UsageFacts> load(List<Question> questions) {
        Instant at = questions.get(0).at();
        List<UUID> agreements = questions.stream().map(Question::agreement).toList();
        return entities
                .list(
                        UsageMeter.class,
                        "select m from UsageMeter m where m.agreement in :agreements",
                        Map.of("agreements", agreements))
                .stream()
                .collect(Collectors.toMap(UsageMeter::agreement, meter -> meter.usage(at)));
    }
}
