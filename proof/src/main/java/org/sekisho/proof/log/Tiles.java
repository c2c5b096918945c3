package org.sekisho.proof.log;

import java.io.IOException;

/** Where the tiles of a log are kept, or served. */
public interface Tiles {

    /**
     * The hashes of a tile one after the other, as many as it is wide.
     *
     * @throws LogException with {@link LogProblem#TILE_MISSING} where there is none of this width
     */
    byte[] read(Tile tile) throws IOException;
}
