package org.sekisho.proof.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sekisho.proof.note.VerifierKey;

/**
 * Whose keys have to have signed, by their fingerprints, and who has to have cosigned.
 *
 * @param pack of the key that signs packs; without it the signer isn't checked
 * @param trail of the key that signs checkpoints; without it the pack's signer, once checked, vouches for the key in the pack
 * @param witnesses who have to have cosigned the checkpoint; where there are any, a pack without one is refused
 * @param authority the file (PEM) with the authorities that are believed about the time; without it a time-stamp is only consistent
 */
public record ExpectedKeys(
        Optional<String> pack, Optional<String> trail, List<VerifierKey> witnesses, Optional<Path> authority) {

    public static final ExpectedKeys NONE = new ExpectedKeys(Optional.empty(), Optional.empty(), Optional.empty());

    public ExpectedKeys {
        witnesses = List.copyOf(witnesses);
    }

    /** The same without witnesses. */
    public ExpectedKeys(Optional<String> pack, Optional<String> trail, Optional<Path> authority) {
        this(pack, trail, List.of(), authority);
    }
}
