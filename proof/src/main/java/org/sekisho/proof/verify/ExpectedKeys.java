package org.sekisho.proof.verify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose keys have to have signed, by their fingerprints.
 *
 * @param pack of the key that signs packs; without it the signer isn't checked
 * @param trail of the key that signs checkpoints; without it the pack's signer, once checked, vouches for the key in the pack
 * @param authority the file (PEM) with the authorities that are believed about the time; without it a time-stamp is only consistent
 */
public record ExpectedKeys(Optional<String> pack, Optional<String> trail, Optional<Path> authority) {

    public static final ExpectedKeys NONE = new ExpectedKeys(Optional.empty(), Optional.empty(), Optional.empty());
}
