package org.sekisho.domain.trail.log;

import java.io.IOException;
import org.sekisho.proof.log.AddCheckpoint;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.log.Tiles;
import org.sekisho.proof.note.SignedNote;

/**
 * What a witness is asked to cosign.
 *
 * @param size of the checkpoint
 * @param request the checkpoint, and a proof that it grew from the one that the witness cosigned last
 */
public record ForWitness(long size, AddCheckpoint request) {

    /**
     * Asks for a cosignature of a checkpoint.
     *
     * @param old the size that the witness cosigned last, at most the checkpoint's; of the same size it is asked whether it is the same
     * @throws IllegalStateException where the log can't be read
     */
    public static ForWitness of(long old, SignedCheckpoint checkpoint, Tiles tiles) {
        long size = checkpoint.checkpoint().size();
        try {
            SignedNote note = SignedNote.parse(checkpoint.note());
            return new ForWitness(size, new AddCheckpoint(old, new TiledTree(size, tiles).consistency(old), note));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The log can't be read", unreadable);
        }
    }
}
