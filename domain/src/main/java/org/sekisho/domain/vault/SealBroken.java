package org.sekisho.domain.vault;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.vault.Vault.Place;

/**
 * Sealed content was changed, cut, moved, or sealed for another place. Nobody's request is refused here: the installation is damaged
 * or somebody tampers with it, so it goes the way of failures.
 */
public final class SealBroken extends IllegalStateException {

    /** How the failure is named in logs and in the trail. */
    public static final String CODE = "vault.seal-broken";

    @Serial
    private static final long serialVersionUID = 1L;

    public SealBroken(Place place, @Nullable Throwable cause) {
        super(CODE + " " + place.table() + " " + place.id(), cause);
    }
}
