package org.sekisho.proof.pack;

import java.io.IOException;

/** Told how far the writing of a pack has come, after each payload file and within large ones. */
@FunctionalInterface
public interface PackProgress {

    /**
     * @param files payload files written to their end
     * @param bytes payload bytes written
     * @throws IOException to give the writing up
     */
    void at(int files, long bytes) throws IOException;
}
