package org.sekisho.domain.vault;

import org.sekisho.proof.pack.PackSigner;

/** The portal's own signing keys. Each is made when it is first asked for, and is the same on every node. */
public interface SigningKeys {

    /** Signs packs. */
    PackSigner pack();
}
