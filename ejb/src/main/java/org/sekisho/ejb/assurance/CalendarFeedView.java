package org.sekisho.ejb.assurance;

import java.time.Instant;
import java.util.Optional;

/**
 * The address of somebody's calendar feed, as they see it: never the address itself.
 *
 * @param lastReadAt within some minutes; empty before the first time
 * @param answers whether it opens anything still, after what changed in the account since
 */
public record CalendarFeedView(Instant madeAt, Optional<Instant> lastReadAt, boolean answers) {}
