package org.sekisho.domain.agreement.freeze;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The freezes that the asker may see. */
public interface Freezes {

    /** A freeze, locked until the transaction ends, so that two people who lift it don't miss each other. */
    Optional<Freeze> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Freeze require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Whom the scope concerns now; whatever the asker may see of it. */
    FreezeConcern concern(FreezeScope scope);

    void add(Freeze freeze);
}
