package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads what decisions and checklists rest on, with the reach of the decision and never that of the asker. */
public interface AccessFactsSource {

    /** The facts for one decision. What can't be read is left empty. */
    AccessFacts load(AccessRequest request, Instant at);

    /** Every freeze that stands, whomever it names. */
    List<FreezeFact> freezes();

    /** The facts for the checklist of an agreement. What can't be read is left empty. */
    default ChecklistFacts loadChecklist(UUID agreement, Instant at) {
        return Objects.requireNonNull(loadChecklists(Set.of(agreement), at).get(agreement));
    }

    /** The facts for the checklists of several agreements, by their ids; however many there are, it takes the same few queries. */
    Map<UUID, ChecklistFacts> loadChecklists(Set<UUID> agreements, Instant at);
}
