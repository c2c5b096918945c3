package org.sekisho.proof.verify;

import java.util.Optional;

/**
 * Whose keys have to have signed, by their fingerprints.
 *
 * @param pack of the key that signs packs; without it the signer isn't checked
 * @param trail of the key that signs checkpoints; without it the pack's signer, once checked, vouches for the key in the pack
 */
public record ExpectedKeys(Optional<String> pack, Optional<String> trail) {

    public static final ExpectedKeys NONE = new ExpectedKeys(Optional.empty(), Optional.empty());
}
