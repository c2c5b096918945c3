package org.sekisho.domain.agreement;

import java.util.Optional;
import java.util.UUID;

/** Keeps where the files of signatures made outside lie. */
public interface SignedFiles {

    /** The file of a signature that the reader may see. */
    Optional<SignedFile> find(UUID signature);

    void add(SignedFile file);
}
