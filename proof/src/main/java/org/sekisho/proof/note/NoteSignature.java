package org.sekisho.proof.note;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A signature line of a note.
 *
 * @param name of the key
 * @param id of the key
 * @param signed what the key's algorithm made
 */
public record NoteSignature(String name, int id, byte[] signed) {

    private static final String MARK = "\u2014 ";

    /** @throws NoteException where it isn't a signature line; without the newline at its end */
    public static NoteSignature parse(String line) throws NoteException {
        int end = line.lastIndexOf(' ');
        if (!line.startsWith(MARK) || end < MARK.length()) {
            throw new NoteException(NoteProblem.MALFORMED);
        }
        String name = VerifierKey.requireName(line.substring(MARK.length(), end));
        byte[] bytes = VerifierKey.base64(line.substring(end + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new NoteException(NoteProblem.MALFORMED);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int id = buffer.getInt();
        byte[] signed = new byte[buffer.remaining()];
        buffer.get(signed);
        return new NoteSignature(name, id, signed);
    }

    /** As it stands below a note, with the newline at its end. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signed.length)
                .putInt(id)
                .put(signed)
                .array();
        return MARK + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** When a witness signed, in whole seconds; empty when it isn't a cosignature by its length. Says nothing before it was verified. */
    public Optional<Instant> time() {
        return Cosignature.parse(signed).map(Cosignature::time);
    }
}
