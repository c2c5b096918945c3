package org.sekisho.domain.agreement.access;

import java.util.Optional;
import java.util.UUID;

/** The meters of agreements. */
public interface UsageMeters {

    /** The agreement's meter, locked until the transaction ends, so that two calls don't both take the last place. */
    Optional<UsageMeter> find(UUID agreement);

    void add(UsageMeter meter);
}
