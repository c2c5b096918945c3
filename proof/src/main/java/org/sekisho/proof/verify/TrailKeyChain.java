package org.sekisho.proof.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sekisho.proof.bag.BagSource;
import org.sekisho.proof.log.EntryBundle;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackTrail;

/**
 * Follows the key in force back to those before it. Each step is an event of the log, proven under the pack's checkpoint, that names both
 * keys; it says too where the earlier key's time ended, since the key after it signed every checkpoint that covers the event.
 */
final class TrailKeyChain {

    private final BagSource source;
    private final TrailVerifier trail;

    /** @param trail under whose checkpoint the changes have to stand */
    TrailKeyChain(BagSource source, TrailVerifier trail) {
        this.source = source;
        this.trail = trail;
    }

    /**
     * @return all keys, the one in force first
     * @throws TrailException naming the first file that doesn't belong to such a step
     */
    List<KnownKey> verify(PackKey current) throws IOException {
        List<KnownKey> keys = new ArrayList<>(List.of(KnownKey.current(current)));
        Set<String> read = new HashSet<>();
        for (int change = 1; source.files().containsKey(PackTrail.earlierKey(change)); change++) {
            keys.add(before(keys.get(change - 1), change));
            read.addAll(List.of(
                    PackTrail.earlierKey(change), PackTrail.keyChange(change), PackTrail.keyChangeProof(change)));
        }
        for (String path : source.files().keySet()) {
            if (belongs(path) && !read.contains(path)) {
                throw new TrailException(TrailProblem.KEY_NOT_HANDED_OVER, path);
            }
        }
        return keys;
    }

    /** Whether the file is part of such a step. */
    static boolean belongs(String path) {
        return path.startsWith(PackTrail.EARLIER_KEYS) || path.startsWith(PackTrail.KEY_CHANGES);
    }

    private KnownKey before(KnownKey later, int change) throws IOException {
        String keyPath = PackTrail.earlierKey(change);
        PackKey key = PackKey.fromPem(TrailVerifier.read(source, keyPath, SignedNote.MOST_BYTES))
                .orElseThrow(() -> new TrailException(TrailProblem.TRAIL_KEY_MALFORMED, keyPath));
        String path = PackTrail.keyChange(change);
        byte[] leaf = TrailVerifier.read(source, path, EntryBundle.MOST_BYTES);
        long index = trail.proven(PackTrail.keyChangeProof(change), leaf).index();
        boolean told = KeyChange.of(leaf)
                .filter(new KeyChange(key.fingerprint(), later.key().fingerprint())::equals)
                .isPresent();
        if (!told || index >= later.until()) {
            throw new TrailException(TrailProblem.KEY_NOT_HANDED_OVER, path);
        }
        return new KnownKey(key, index);
    }
}
