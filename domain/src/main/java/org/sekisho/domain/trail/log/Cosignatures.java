package org.sekisho.domain.trail.log;

import java.time.Instant;
import org.sekisho.proof.note.NoteSignature;

/** What witnesses signed below checkpoints. */
public interface Cosignatures {

    /** The size of the latest checkpoint that this witness cosigned; 0 where there is none. */
    long latestOf(String witness);

    /** Keeps a cosignature that was verified; one that is kept already stays. */
    void keep(long size, NoteSignature cosignature, Instant at);
}
