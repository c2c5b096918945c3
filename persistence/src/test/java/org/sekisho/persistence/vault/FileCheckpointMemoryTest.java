package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/** What is remembered beside the key, in the order in which sequencers come with it. */
class FileCheckpointMemoryTest {

    private static final KeyPair PAIR = pair();
    private static final String LOG = "sekisho.example/trail";

    @TempDir
    private Path keys = Path.of("");

    @Test
    void theLatestIsRemembered() throws NoteException {
        FileCheckpointMemory memory = new FileCheckpointMemory(keys);
        assertEquals(Optional.empty(), memory.last());
        memory.remember(note(LOG, 3, 0));
        memory.remember(note(LOG, 8, 0));
        assertRemembered(memory, note(LOG, 8, 0));
        // The same size again: of another key, say.
        memory.remember(note(LOG, 8, 1));
        assertRemembered(memory, note(LOG, 8, 1));
    }

    /** A leader that was paused between its commit and this call wakes up when another has led for long. */
    @Test
    void aLeaderThatComesLateDoesNotMakeItForget() throws NoteException {
        new FileCheckpointMemory(keys).remember(note(LOG, 8, 0));
        FileCheckpointMemory late = new FileCheckpointMemory(keys);
        late.remember(note(LOG, 3, 0));
        assertRemembered(late, note(LOG, 8, 0));
    }

    @Test
    void anotherLogBeginsSmaller() throws NoteException {
        FileCheckpointMemory memory = new FileCheckpointMemory(keys);
        memory.remember(note(LOG, 8, 0));
        memory.remember(note("another.example/trail", 3, 0));
        assertRemembered(memory, note("another.example/trail", 3, 0));
    }

    @Test
    void whatIsNoCheckpointIsReplaced() throws Exception {
        FileCheckpointMemory memory = new FileCheckpointMemory(keys);
        Files.createDirectories(keys.resolve("signing"));
        Files.writeString(keys.resolve("signing/trail.checkpoint"), "none");
        memory.remember(note(LOG, 3, 0));
        assertRemembered(memory, note(LOG, 3, 0));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRemembered(FileCheckpointMemory memory, byte[] note) {
        assertEquals(text(note), text(memory.last().orElseThrow()));
    }

    private static String text(byte[] note) {
        return new String(note, StandardCharsets.UTF_8);
    }

    private static byte[] note(String log, long size, int root) throws NoteException {
        byte[] hash = new byte[32];
        hash[0] = (byte) root;
        String text = new Checkpoint(log, size, hash).text();
        VerifierKey key = VerifierKey.of(log, SignatureType.ED25519, PAIR.getPublic());
        return new SignedNote(text, List.of(new NoteSigner(key, PAIR.getPrivate()).sign(text))).bytes();
    }
}
