package org.sekisho.domain.agreement.access;

import java.time.Instant;
import org.sekisho.domain.agreement.freeze.FreezeScope;

/**
 * A freeze that isn't lifted.
 *
 * @param liftProposed whether one of the two people has agreed to lift it
 */
public record FreezeFact(FreezeScope scope, Instant since, boolean liftProposed) {}
