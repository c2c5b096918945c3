package org.sekisho.domain.trail.log;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.GrowingTree;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/**
 * Gives events their place in the log and signs checkpoints over them. Of the tree it keeps the right edge. After any exception it is of
 * no more use: what it holds may be ahead of what is kept, and the next one begins from that. Not safe for several threads.
 */
public final class Sequencer implements AutoCloseable {

    /** Events under one checkpoint at most: so many are in one transaction. */
    public static final int MOST = 4_096;

    private final TrailLead lead;
    private final List<TrailKey> keys;
    private final List<NoteSigner> signers;
    private final CheckpointMemory memory;
    private final Clock clock;
    private final GrowingTree tree;

    /**
     * Takes the lead and goes on with the log as it is kept.
     *
     * @param origin the log's name, if it has none yet
     * @param keys that sign, the one in force first; those behind it are retiring
     * @return empty while another node leads
     * @throws LogDamaged where it isn't the log that was signed
     * @throws LeadLost where the database can't be reached
     */
    public static Optional<Sequencer> begin(
            TrailLog log, String origin, List<TrailKey> keys, CheckpointMemory memory, Clock clock) {
        return log.lead(origin).map(lead -> {
            try {
                return new Sequencer(lead, keys, memory, clock);
            } catch (RuntimeException notSo) {
                lead.close();
                throw notSo;
            }
        });
    }

    private Sequencer(TrailLead lead, List<TrailKey> keys, CheckpointMemory memory, Clock clock) {
        this.lead = lead;
        this.keys = List.copyOf(keys);
        this.signers = keys.stream().map(key -> key.signer(lead.origin())).toList();
        this.memory = memory;
        this.clock = clock;
        Optional<SignedCheckpoint> latest = lead.latest();
        long size = latest.map(each -> each.checkpoint().size()).orElse(0L);
        try {
            this.tree = new GrowingTree(size, lead.tiles());
            requireWhole(latest, size);
            requireRemembered(size);
        } catch (LogException missing) {
            throw new LogDamaged(LogDamage.TILE_MISSING, String.valueOf(missing.getMessage()));
        } catch (IOException unreadable) {
            throw new LeadLost(unreadable);
        }
        lead.undo();
    }

    private void requireWhole(Optional<SignedCheckpoint> latest, long size) {
        if (lead.indexed() != size) {
            throw new LogDamaged(LogDamage.INDEX_DIFFERS, lead.indexed() + " events, " + size + " signed");
        }
        byte[] root = tree.root();
        latest.ifPresent(known -> {
            if (!Arrays.equals(root, known.checkpoint().root())) {
                throw new LogDamaged(LogDamage.ROOT_DIFFERS, "size " + size);
            }
            // A checkpoint of a key that is kept no more is vouched for by what the keys' holder remembers, below.
            boolean ours =
                    keys.stream().anyMatch(key -> key.open().fingerprint().equals(known.fingerprint()));
            if (ours && !isSigned(known.note())) {
                throw new LogDamaged(LogDamage.SIGNATURE_WRONG, "size " + size);
            }
        });
    }

    private void requireRemembered(long size) throws IOException {
        Optional<byte[]> last = memory.last();
        if (last.isEmpty()) {
            return;
        }
        Checkpoint remembered = parse(last.get());
        if (!remembered.origin().equals(lead.origin())) {
            throw new LogDamaged(LogDamage.FORKED, remembered.origin());
        }
        if (remembered.size() > size) {
            throw new LogDamaged(LogDamage.CUT_BACK, size + " instead of " + remembered.size());
        }
        if (!Arrays.equals(new TiledTree(remembered.size(), lead.tiles()).root(), remembered.root())) {
            throw new LogDamaged(LogDamage.FORKED, "size " + remembered.size());
        }
    }

    private static Checkpoint parse(byte[] note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (NoteException | LogException malformed) {
            throw new LogDamaged(LogDamage.SIGNATURE_WRONG, "the checkpoint that is remembered");
        }
    }

    private boolean isSigned(byte[] note) {
        try {
            List<VerifierKey> known = signers.stream().map(NoteSigner::verifier).toList();
            return !SignedNote.parse(note).verify(known).isEmpty();
        } catch (NoteException wrong) {
            return false;
        }
    }

    /**
     * Takes what waits, at most {@link #MOST}, and signs a checkpoint over it. When it returns, the checkpoint is durable.
     *
     * @return how many events it took; none where nothing waits
     * @throws LeadLost where another node leads by now, or the database can't be reached
     */
    public int step() {
        List<PendingLeaf> leaves = lead.drain(MOST);
        if (leaves.isEmpty()) {
            lead.undo();
            return 0;
        }
        lead.append(tree.size(), leaves);
        lead.keep(tree.add(leaves.stream().map(PendingLeaf::hash).toList()));
        Checkpoint checkpoint = new Checkpoint(lead.origin(), tree.size(), tree.root());
        List<NoteSignature> signatures =
                signers.stream().map(signer -> signer.sign(checkpoint.text())).toList();
        byte[] note = new SignedNote(checkpoint.text(), signatures).bytes();
        keys.forEach(key -> lead.know(key, checkpoint.size()));
        String fingerprint = keys.get(0).open().fingerprint();
        lead.store(new SignedCheckpoint(checkpoint, clock.instant(), fingerprint, note));
        lead.commit();
        memory.remember(note);
        return leaves.size();
    }

    @Override
    public void close() {
        lead.close();
    }
}
