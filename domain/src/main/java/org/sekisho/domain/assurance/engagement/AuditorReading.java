package org.sekisho.domain.assurance.engagement;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * Whether an auditor may read something, with everything that stands against it.
 *
 * @param against empty when it is permitted
 */
public record AuditorReading(Set<Obstacle> against) {

    /** What stands against a reading. */
    public enum Obstacle {
        /** The engagement is scheduled still, or closed. */
        ENGAGEMENT_NOT_OPEN,
        NOT_ON_TEAM,
        /** The auditor no longer acts for the firm that was appointed. */
        NOT_OF_FIRM,
        /** The auditor belongs, or belonged until less than two years ago, to the audited organisation. */
        AFFILIATED,
        INDEPENDENCE_MISSING,
        INDEPENDENCE_PENDING,
        INDEPENDENCE_REFUSED,
        INDEPENDENCE_EXPIRED,
        /** The firm's own declaration isn't accepted, or is no longer. */
        FIRM_NOT_INDEPENDENT,
        OUT_OF_SCOPE,
        OUT_OF_PERIOD
    }

    public AuditorReading {
        against = against.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(against));
    }

    public boolean isPermitted() {
        return against.isEmpty();
    }

    /**
     * Refuses unless permitted. Whoever isn't on the team learns only that there is nothing; an auditor of the team learns what
     * stands against it.
     */
    public void requirePermitted() {
        if (against.contains(Obstacle.NOT_ON_TEAM)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        if (!isPermitted()) {
            List<String> codes = Arrays.stream(Obstacle.values())
                    .filter(against::contains)
                    .map(Enum::name)
                    .toList();
            throw new Refusal(
                    AssuranceError.AUDITOR_MAY_NOT, Map.of("first", codes.get(0), "against", String.join(",", codes)));
        }
    }
}
