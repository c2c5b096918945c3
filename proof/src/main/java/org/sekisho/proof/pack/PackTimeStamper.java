package org.sekisho.proof.pack;

import java.io.IOException;

/** Has a pack stamped by an authority that says when it existed (RFC 3161). */
@FunctionalInterface
public interface PackTimeStamper {

    /**
     * The authority's answer, verified to be of these bytes.
     *
     * @throws IOException where the authority can't be asked, or its answer isn't one
     */
    byte[] stamp(byte[] tagManifest) throws IOException;
}
