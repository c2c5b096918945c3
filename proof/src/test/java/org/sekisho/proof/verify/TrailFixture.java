package org.sekisho.proof.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.bag.BagSource;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.GrowingTree;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.log.TestTiles;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackPlan;
import org.sekisho.proof.pack.PackTrail;
import org.sekisho.proof.pack.PackWriter;

/** The trail of a small pack, to be changed by tests: a log of which every second entry is an event of the pack. */
final class TrailFixture {

    static final String ORIGIN = "sekisho.example/trail";
    static final KeyPair PAIR = PackFixture.pair();

    /** Content by path. */
    final SortedMap<String, byte[]> files = new TreeMap<>();

    final List<String> ids = new ArrayList<>();

    /** Which place of the log each event of the pack has. */
    private final SortedMap<String, Integer> places = new TreeMap<>();

    private SignedNote note;
    private final TiledTree tree;

    TrailFixture(int events) throws IOException {
        this(events, List.of());
    }

    /** @param last stand in the log behind the events, and not in the pack */
    TrailFixture(int events, List<byte[]> last) throws IOException {
        this(events, last, List.of());
    }

    /**
     * @param last stand in the log behind the events, and not in the pack
     * @param more events of the pack, which stand in the log before those
     */
    TrailFixture(int events, List<byte[]> last, List<byte[]> more) throws IOException {
        List<byte[]> leaves = new ArrayList<>();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < events; i++) {
            String id = new UUID(0x0198_0000_0000_7000L, i).toString();
            ids.add(id);
            leaves.add(MerkleHash.leaf(("another's " + i).getBytes(StandardCharsets.UTF_8)));
            leaves.add(MerkleHash.leaf(leaf(id)));
            lines.writeBytes(line(id));
        }
        for (byte[] event : more) {
            ids.add(EventLeaf.id(event).orElseThrow());
            leaves.add(MerkleHash.leaf(event));
            lines.writeBytes(event);
            lines.write('\n');
        }
        last.forEach(leaf -> leaves.add(MerkleHash.leaf(leaf)));
        note = note(PAIR, leaves);
        tree = new TiledTree(leaves.size(), TestTiles.of(leaves));
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i < events ? 2 * i + 1 : events + i);
        }
        under(note);
        put(PackTrail.ENTRIES, lines.toByteArray());
        put(PackTrail.KEY, PackKey.of(PAIR.getPublic()).pem().getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a checkpoint of this text in, with the proofs that lead to it. */
    void under(SignedNote signed) throws IOException {
        note = signed;
        put(PackTrail.CHECKPOINT, signed.bytes());
        for (Map.Entry<String, Integer> each : places.entrySet()) {
            put(PackTrail.proof(each.getKey()), proof(each.getValue()));
        }
    }

    SignedNote note() {
        return note;
    }

    /** That what has this place stands under the checkpoint. */
    byte[] proof(int index) throws IOException {
        return new LogProof(index, tree.inclusion(index), note).bytes();
    }

    static KnownKey key() {
        return KnownKey.current(PackKey.of(PAIR.getPublic()));
    }

    static String fingerprint() {
        return PackKey.of(PAIR.getPublic()).fingerprint();
    }

    static SignedNote note(KeyPair pair, List<byte[]> leaves) throws NoteException {
        GrowingTree tree = new GrowingTree();
        tree.add(leaves);
        return note(pair, new Checkpoint(ORIGIN, tree.size(), tree.root()));
    }

    static SignedNote note(KeyPair pair, Checkpoint checkpoint) throws NoteException {
        VerifierKey key = VerifierKey.of(checkpoint.origin(), SignatureType.ED25519, pair.getPublic());
        String text = checkpoint.text();
        return new SignedNote(text, List.of(new NoteSigner(key, pair.getPrivate()).sign(text)));
    }

    static byte[] leaf(String id) {
        return CanonicalJson.write(JsonObject.builder()
                .put("v", 1)
                .put("id", id)
                .put("time", "2026-11-28T03:00:00.000000Z")
                .put("actor", "person:0198")
                .put("organisation", "")
                .put("act", "agreement:sign")
                .put("subject", "agreement:0198")
                .put("outcome", "refused")
                .put(
                        "details",
                        JsonObject.builder().put("title", "\u5354\u5b9a").build())
                .build());
    }

    static byte[] line(String id) {
        return (new String(leaf(id), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    void put(String path, byte[] content) {
        files.put(path, content);
    }

    byte[] get(String path) {
        return files.getOrDefault(path, new byte[0]);
    }

    /** As a bag that was read. */
    BagSource source() {
        SortedMap<String, Long> sizes = new TreeMap<>();
        files.forEach((path, content) -> sizes.put(path, (long) content.length));
        return new BagSource() {
            @Override
            public SortedMap<String, Long> files() {
                return sizes;
            }

            @Override
            public InputStream open(String path) throws IOException {
                if (!files.containsKey(path)) {
                    throw new BagException(BagProblem.MISSING, path);
                }
                return new ByteArrayInputStream(get(path));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /** In a pack that is signed anew: what was changed is found by the trail's own proofs, or not at all. */
    Path write(Path file) throws IOException {
        List<PackEntry> entries = new ArrayList<>(PackFixture.plan().entries());
        files.forEach((path, content) -> {
            if (path.startsWith("data/")) {
                entries.add(PackFixture.entry(path, new String(content, StandardCharsets.UTF_8), true));
            }
        });
        SortedMap<String, String> keys = new TreeMap<>();
        files.forEach((path, content) -> {
            if (path.startsWith("keys/")) {
                keys.put(path, new String(content, StandardCharsets.UTF_8));
            }
        });
        try (OutputStream out = Files.newOutputStream(file)) {
            PackPlan plan = new PackPlan(PackFixture.FOLDER, PackFixture.INFO, entries, keys);
            PackWriter.write(plan, PackFixture.signer(), out, (count, bytes) -> {});
        }
        return file;
    }
}
