package org.sekisho.domain.trail.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/**
 * A checkpoint as it is kept.
 *
 * @param note the signed note (C2SP tlog-checkpoint)
 * @param fingerprint of the key that signed it
 */
public record SignedCheckpoint(Checkpoint checkpoint, Instant signedAt, String fingerprint, byte[] note) {

    /** Whether one of these signed it, with this root. */
    boolean isSignedBy(Collection<VerifierKey> keys) {
        try {
            SignedNote signed = SignedNote.parse(note);
            signed.verify(keys);
            return Arrays.equals(Checkpoint.parse(signed.text()).root(), checkpoint.root());
        } catch (NoteException | LogException forged) {
            return false;
        }
    }
}
