package org.sekisho.domain.assurance.engagement;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Engagements as lists show them. */
public interface EngagementDirectory {

    /** By the day the report is due, earliest first; also sorted by {@code number}, {@code state} and {@code period}. */
    Page<EngagementRow> list(EngagementFilter filter, PageRequest page);

    Optional<EngagementRow> find(UUID id);
}
