package org.sekisho.proof.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of the specification. */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE =
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final String TEXT = "sekisho.example/trail\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    private static final Instant TIME = Instant.parse("2026-11-28T03:00:00Z");

    @Test
    void theExampleOfTheSpecificationVerifies() throws Exception {
        VerifierKey key = VerifierKey.parse(KEY);
        SignedNote note = parse(NOTE);
        assertEquals("This is an example message.\n", note.text());
        assertEquals(List.of(key), note.verify(List.of(key)));
        assertEquals(KEY, key.text());
        assertEquals(NOTE, new String(note.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aChangedTextIsRefused() throws Exception {
        VerifierKey key = VerifierKey.parse(KEY);
        refused(NoteProblem.SIGNATURE_WRONG, () -> parse(NOTE.replace("example message", "example massage"))
                .verify(List.of(key)));
    }

    @Test
    void whatIsSignedIsVerifiedAndUnknownSignersArePassedOver() throws Exception {
        NoteSigner log = signer("sekisho.example/trail", SignatureType.ED25519);
        NoteSigner other = signer("sekisho.example/trail", SignatureType.ED25519);
        SignedNote note = new SignedNote(TEXT, List.of(other.sign(TEXT))).with(log.sign(TEXT));
        assertEquals(List.of(log.verifier()), parse(note).verify(List.of(log.verifier())));
        NoteSigner third = signer("sekisho.example/trail", SignatureType.ED25519);
        refused(NoteProblem.SIGNER_UNKNOWN, () -> parse(note).verify(List.of(third.verifier())));
    }

    @Test
    void aWitnessSignsTheTimeToo() throws Exception {
        NoteSigner witness = signer("witness.example/w", SignatureType.COSIGNATURE);
        NoteSignature cosigned = witness.cosign(TEXT, TIME);
        SignedNote note = parse(new SignedNote(TEXT, List.of(cosigned)));
        assertEquals(List.of(witness.verifier()), note.verify(List.of(witness.verifier())));
        assertEquals(Optional.of(TIME), note.signatures().get(0).time());

        byte[] later = cosigned.signed().clone();
        later[7]++;
        SignedNote forged = new SignedNote(TEXT, List.of(new NoteSignature(cosigned.name(), cosigned.id(), later)));
        refused(NoteProblem.SIGNATURE_WRONG, () -> forged.verify(List.of(witness.verifier())));
    }

    @Test
    void aKeyOfOneTypeDoesNotStandForAnother() throws Exception {
        NoteSigner log = signer("sekisho.example/trail", SignatureType.ED25519);
        VerifierKey asWitness = VerifierKey.of(
                "sekisho.example/trail",
                SignatureType.COSIGNATURE,
                log.verifier().key());
        SignedNote note = new SignedNote(TEXT, List.of(log.sign(TEXT)));
        refused(NoteProblem.SIGNER_UNKNOWN, () -> note.verify(List.of(asWitness)));
        assertThrows(IllegalStateException.class, () -> log.cosign(TEXT, TIME));
    }

    @Test
    void aKeyIsReadBackAsItWasWritten() throws Exception {
        for (SignatureType type : SignatureType.values()) {
            VerifierKey key = signer("sekisho.example/trail", type).verifier();
            VerifierKey read = VerifierKey.parse(key.text());
            assertEquals(key.text(), read.text());
            assertEquals(type, read.type());
            assertArrayEquals(key.key().getEncoded(), read.key().getEncoded());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo+530d903a+!!!!"
            })
    void aMalformedKeyIsRefused(String key) {
        assertThrows(NoteException.class, () -> VerifierKey.parse(key));
    }

    @Test
    void aKeyUnderAnotherIdentifierIsRefused() {
        refused(NoteProblem.KEY_ID_DIFFERS, () -> VerifierKey.parse(KEY.replace("530d903a", "530d903b")));
    }

    @Test
    void aKeyOfAnUnknownTypeIsRefused() {
        refused(NoteProblem.KEY_UNSUPPORTED, () -> VerifierKey.parse(KEY.replace("+AekyeRrm", "+BukyeRrm")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name AAAAAAAA",
                "te\txt\n\n— name AAAAAAAA\n",
                "te\rxt\n\n— name AAAAAAAA\n",
                "text\n\n— name  AAAAAAAA\n"
            })
    void whatIsNoNoteIsRefused(String note) {
        refused(NoteProblem.MALFORMED, () -> parse(note));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        refused(NoteProblem.MALFORMED, () -> SignedNote.parse(new byte[] {(byte) 0xc3, '\n', '\n'}));
    }

    @Test
    void tooMuchIsRefusedBeforeItIsRead() {
        refused(NoteProblem.TOO_LARGE, () -> SignedNote.parse(new byte[SignedNote.MOST_BYTES + 1]));
        refused(NoteProblem.TOO_LARGE, () -> parse("text\n\n" + "— name AAAAAAAA\n".repeat(101)));
    }

    /** Base64 has spare bits at its end: two texts of one signature would make two notes of one. */
    @Test
    void aSignatureIsWrittenInOneWayOnly() {
        refused(NoteProblem.MALFORMED, () -> parse("text\n\n— name AAAAAAB=\n"));
    }

    private static SignedNote parse(SignedNote note) throws NoteException {
        return SignedNote.parse(note.bytes());
    }

    private static SignedNote parse(String note) throws NoteException {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    private static NoteSigner signer(String name, SignatureType type) throws NoteException, NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new NoteSigner(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
    }

    private static void refused(NoteProblem problem, Executable act) {
        assertEquals(problem, assertThrows(NoteException.class, act).problem());
    }
}
