package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells facts for conditions that another module knows. That module implements it. The sources that are needed are named here; one
 * that is missing, fails or answers twice is an unknown, and an unknown is a deny.
 */
public interface ConditionSource {

    /** The sources that conditions need. */
    enum Name {
        /** Answers with {@link PlaybookFacts}. */
        PLAYBOOKS,
        /** Answers with {@link AssuranceFacts}. */
        ASSURANCE,
        /** Answers with {@link UsageFacts}. */
        USAGE
    }

    Name name();

    /**
     * What is known, by agreement, read with the reach of the decision in a fixed number of queries. What isn't known is left out, or
     * all of it fails; never is there an empty fact instead.
     *
     * @param questions one for each agreement, all about the same instant; at least one
     */
    Map<UUID, ? extends OutsideFact> load(List<Question> questions);

    /**
     * About what facts are asked for.
     *
     * @param receiver the organisation that receives access under the agreement
     */
    record Question(UUID agreement, UUID receiver, Instant at) {}
}
