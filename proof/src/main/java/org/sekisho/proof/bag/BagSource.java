package org.sekisho.proof.bag;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/** The files of a bag, wherever they stand. Their paths are safe and stay apart: a source refuses to open otherwise. */
public interface BagSource extends Closeable {

    /** Sizes in bytes by path. */
    SortedMap<String, Long> files();

    /**
     * The content of one of the files, to be closed by the caller.
     *
     * @throws BagException {@link BagProblem#MISSING}; reading may throw it when the content isn't what was declared
     */
    InputStream open(String path) throws IOException;
}
