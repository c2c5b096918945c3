package org.sekisho.proof.verify;

import java.util.List;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackKey;

/**
 * A checkpoint as it was signed. The log's key bears the log's name: the origin is the name of the key.
 *
 * @param where it was found, for whoever has to be told
 */
record SignedCheckpoint(SignedNote note, Checkpoint checkpoint, String where) {

    /** @throws TrailException where the bytes aren't a note with the text of a checkpoint */
    static SignedCheckpoint parse(byte[] bytes, String where) throws TrailException {
        try {
            SignedNote note = SignedNote.parse(bytes);
            return new SignedCheckpoint(note, Checkpoint.parse(note.text()), where);
        } catch (NoteException | LogException malformed) {
            throw new TrailException(TrailProblem.CHECKPOINT_MALFORMED, where);
        }
    }

    /** @throws TrailException where the key didn't sign it under the origin's name */
    void requireSignedBy(PackKey key) throws TrailException {
        if (!isSignedBy(key)) {
            throw new TrailException(TrailProblem.CHECKPOINT_UNSIGNED, where);
        }
    }

    /** @throws TrailException naming the first of these witnesses whose cosignature isn't there, or is wrong */
    void requireCosignedBy(List<VerifierKey> witnesses) throws TrailException {
        for (VerifierKey witness : witnesses) {
            try {
                note.verify(List.of(witness));
            } catch (NoteException missing) {
                throw new TrailException(TrailProblem.NOT_COSIGNED, witness.name());
            }
        }
    }

    /** Whether the key signed it under the origin's name. */
    boolean isSignedBy(PackKey key) {
        try {
            note.verify(List.of(VerifierKey.of(checkpoint.origin(), SignatureType.ED25519, key.key())));
            return true;
        } catch (NoteException unsigned) {
            return false;
        }
    }
}
