package org.sekisho.ejb.assurance;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.EngagementTerms;

/**
 * An engagement to be scheduled by hand.
 *
 * @param agreement empty where an organisation is audited on its own account
 */
public record ScheduleAudit(Optional<UUID> agreement, EngagementTerms terms) {}
