package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.util.UUID;

/** Reads what decisions and checklists rest on, with the reach of the decision and never that of the asker. */
public interface AccessFactsSource {

    /** The facts for one decision. What can't be read is left empty. */
    AccessFacts load(AccessRequest request, Instant at);

    /** The facts for the checklist of an agreement. What can't be read is left empty. */
    ChecklistFacts loadChecklist(UUID agreement, Instant at);
}
