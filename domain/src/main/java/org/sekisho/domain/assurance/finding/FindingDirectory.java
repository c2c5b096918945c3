package org.sekisho.domain.assurance.finding;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Findings and corrective actions as lists show them. */
public interface FindingDirectory {

    /** By number; also sorted by {@code severity}, the heaviest first, {@code section}, {@code remedy} and {@code state}. */
    Page<FindingRow> findings(FindingFilter filter, PageRequest page);

    /** One finding; empty where it can't be seen. */
    Optional<FindingRow> finding(UUID id);

    /** By the day they are due, earliest first; also sorted by {@code number}, {@code severity} and {@code state}. */
    Page<ActionRow> actions(ActionFilter filter, PageRequest page);

    /** One action; empty where it can't be seen. */
    Optional<ActionRow> action(UUID id);
}
