package org.sekisho.proof.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteProblem;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

class LogProofTest {

    private static final String ORIGIN = "sekisho.example/trail";
    private static final int SIZE = 700;
    private static final int INDEX = 321;

    private final List<byte[]> leaves = IntStream.range(0, SIZE)
            .mapToObj(i -> MerkleHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    private VerifierKey key;
    private NoteSigner signer;
    private LogProof proof;

    @BeforeEach
    void prove() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = VerifierKey.of(ORIGIN, SignatureType.ED25519, pair.getPublic());
        signer = new NoteSigner(key, pair.getPrivate());
        TiledTree tree = new TiledTree(SIZE, TestTiles.of(leaves));
        String text = new Checkpoint(ORIGIN, SIZE, tree.root()).text();
        proof = new LogProof(INDEX, tree.inclusion(INDEX), new SignedNote(text, List.of(signer.sign(text))));
    }

    @Test
    void aFileIsReadBackAndProvesItsEntry() throws IOException {
        LogProof read = LogProof.parse(proof.bytes());
        assertArrayEquals(proof.bytes(), read.bytes());
        assertEquals(SIZE, read.verify(leaves.get(INDEX), ORIGIN, List.of(key)).size());
    }

    @Test
    void anotherEntryAnotherLogAndAnotherSignerAreRefused() throws Exception {
        assertEquals(
                LogProblem.NOT_INCLUDED,
                assertThrows(LogException.class, () -> proof.verify(leaves.get(INDEX + 1), ORIGIN, List.of(key)))
                        .problem());
        assertEquals(
                LogProblem.ORIGIN_DIFFERS,
                assertThrows(
                                LogException.class,
                                () -> proof.verify(leaves.get(INDEX), "other.example/trail", List.of(key)))
                        .problem());
        VerifierKey stranger = VerifierKey.of(
                ORIGIN,
                SignatureType.ED25519,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        assertEquals(
                NoteProblem.SIGNER_UNKNOWN,
                assertThrows(NoteException.class, () -> proof.verify(leaves.get(INDEX), ORIGIN, List.of(stranger)))
                        .problem());
    }

    /** Nothing that is changed in the file goes unnoticed. */
    @Test
    void everyChangedByteIsRefused() {
        byte[] file = proof.bytes();
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            int at = i;
            assertThrows(
                    IOException.class,
                    () -> LogProof.parse(changed).verify(leaves.get(INDEX), ORIGIN, List.of(key)),
                    () -> "byte " + at);
        }
    }

    @Test
    void extraDataIsPassedOver() throws IOException {
        String file = new String(proof.bytes(), StandardCharsets.UTF_8).replace("index ", "extra YWdl\nindex ");
        LogProof read = LogProof.parse(file.getBytes(StandardCharsets.UTF_8));
        assertEquals(SIZE, read.verify(leaves.get(INDEX), ORIGIN, List.of(key)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 01\n\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 9999999999999999999\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nno hash\n\n"
            })
    void whatIsNoProofIsRefused(String file) {
        assertEquals(
                LogProblem.PROOF_MALFORMED,
                assertThrows(LogException.class, () -> LogProof.parse(file.getBytes(StandardCharsets.UTF_8)))
                        .problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n",
                "origin\n0\n",
                "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nextension\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertEquals(
                LogProblem.CHECKPOINT_MALFORMED,
                assertThrows(LogException.class, () -> Checkpoint.parse(text)).problem());
    }

    @Test
    void aCheckpointIsReadBackAndExtensionsArePassedOver() throws LogException {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, MerkleHash.emptyRoot());
        Checkpoint read = Checkpoint.parse(checkpoint.text() + "extension\n");
        assertEquals(checkpoint.text(), read.text());
    }

    @Test
    void entriesAreReadBackFromTheirBundle() throws LogException {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[EntryBundle.MOST_BYTES]);
        byte[] bundle = EntryBundle.write(entries);
        List<byte[]> read = EntryBundle.read(bundle, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertArrayEquals(entries.get(i), read.get(i));
        }
        assertThrows(LogException.class, () -> EntryBundle.read(bundle, 2));
        assertThrows(LogException.class, () -> EntryBundle.read(bundle, 4));
        assertThrows(LogException.class, () -> EntryBundle.read(Arrays.copyOf(bundle, bundle.length - 1), 3));
        assertThrows(LogException.class, () -> EntryBundle.read(new byte[] {0}, 1));
        assertThrows(
                IllegalArgumentException.class, () -> EntryBundle.write(List.of(new byte[EntryBundle.MOST_BYTES + 1])));
    }
}
