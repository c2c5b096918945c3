package org.sekisho.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.Cosignatures;
import org.sekisho.domain.trail.log.ForWitness;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailLogReader;
import org.sekisho.domain.trail.log.Witness;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/** What witnesses are asked, and what they answered; the asking itself is in {@link WitnessCalls}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class WitnessService {

    @Inject
    private CurrentAct act;

    @Inject
    private TrailLogReader log;

    @Inject
    private Cosignatures cosignatures;

    @Inject
    private Settings settings;

    /** What the witness hasn't cosigned yet; empty where there is nothing new. */
    @Permission(value = "trail-witness:run", recorded = Recorded.REFUSALS)
    public Optional<ForWitness> next(String witness) {
        long cosigned = cosignatures.latestOf(witness);
        return log.latest()
                .filter(latest -> latest.checkpoint().size() > cosigned)
                .map(latest -> ForWitness.of(cosigned, latest, log.tiles()));
    }

    /** The same for a witness that says which size it cosigned last; empty where this log has never been so large. */
    @Permission(value = "trail-witness:run", recorded = Recorded.REFUSALS)
    public Optional<ForWitness> after(long size) {
        return log.latest()
                .filter(latest -> latest.checkpoint().size() >= size)
                .map(latest -> ForWitness.of(size, latest, log.tiles()));
    }

    /**
     * Keeps what a witness signed below the checkpoint of this size.
     *
     * @param line of a signed note
     * @return whether it is a cosignature of a configured witness of this name; another is kept by nobody
     */
    @Permission(value = "trail-witness:run", recorded = Recorded.REFUSALS)
    public boolean keep(String witness, long size, String line) {
        Optional<SignedCheckpoint> checkpoint = log.at(size);
        List<VerifierKey> keys = settings.witnesses().stream()
                .map(Witness::parse)
                .map(Witness::key)
                .filter(key -> key.name().equals(witness))
                .toList();
        if (checkpoint.isEmpty() || keys.isEmpty()) {
            return false;
        }
        try {
            NoteSignature signature = NoteSignature.parse(line);
            String text = SignedNote.parse(checkpoint.get().note()).text();
            new SignedNote(text, List.of(signature)).verify(keys);
            cosignatures.keep(size, signature, act.now());
            return true;
        } catch (NoteException wrong) {
            return false;
        }
    }
}
