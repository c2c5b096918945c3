package org.sekisho.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text and the signatures below it (C2SP signed-note).
 *
 * @param text with a newline at its end; nothing in it may be believed before {@link #verify} was asked
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** More than any checkpoint with its cosignatures needs. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty()) {
            throw new IllegalArgumentException("A note ends in a newline and is signed");
        }
    }

    /** @throws NoteException where the bytes aren't a note, or one too large */
    public static SignedNote parse(byte[] bytes) throws NoteException {
        if (bytes.length > MOST_BYTES) {
            throw new NoteException(NoteProblem.TOO_LARGE);
        }
        String note = decode(bytes);
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(each -> each < ' ' && each != '\n')) {
            throw new NoteException(NoteProblem.MALFORMED);
        }
        String[] lines = note.substring(end + 2).split("\n", MOST_SIGNATURES + 2);
        if (lines.length > MOST_SIGNATURES + 1) {
            throw new NoteException(NoteProblem.TOO_LARGE);
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            if (!line.isEmpty()) {
                signatures.add(NoteSignature.parse(line));
            }
        }
        if (signatures.isEmpty()) {
            throw new NoteException(NoteProblem.MALFORMED);
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    private static String decode(byte[] bytes) throws NoteException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new NoteException(NoteProblem.MALFORMED, malformed);
        }
    }

    /**
     * Which of the known keys signed the text. Signatures of others are passed over.
     *
     * @throws NoteException where a known key's signature is wrong, or none of them signed
     */
    public List<VerifierKey> verify(Collection<VerifierKey> known) throws NoteException {
        List<VerifierKey> signers = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            Optional<VerifierKey> named =
                    known.stream().filter(key -> key.isNamedBy(signature)).findFirst();
            if (named.isEmpty()) {
                continue;
            }
            if (!named.get().verifies(text, signature)) {
                throw new NoteException(NoteProblem.SIGNATURE_WRONG);
            }
            if (!signers.contains(named.get())) {
                signers.add(named.get());
            }
        }
        if (signers.isEmpty()) {
            throw new NoteException(NoteProblem.SIGNER_UNKNOWN);
        }
        return List.copyOf(signers);
    }

    /** The same with one more signature. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** As it is served and stored. */
    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(each -> note.append(each.line()));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }
}
