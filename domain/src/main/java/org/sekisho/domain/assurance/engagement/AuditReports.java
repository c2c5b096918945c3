package org.sekisho.domain.assurance.engagement;

import java.util.Optional;
import java.util.UUID;

/** Keeps closing reports. */
public interface AuditReports {

    /** That of an engagement; empty before it is closed, where it was closed before reports were kept, and where it can't be seen. */
    Optional<AuditReport> find(UUID engagement);

    void add(AuditReport report);
}
