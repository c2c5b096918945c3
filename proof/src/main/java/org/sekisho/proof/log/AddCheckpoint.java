package org.sekisho.proof.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;

/**
 * What a witness is sent: a checkpoint, and a proof that it continues the one that the witness cosigned last (C2SP tlog-witness,
 * "add-checkpoint").
 *
 * @param oldSize of the checkpoint that was cosigned last, 0 where there was none
 * @param proof the hashes of the consistency proof
 * @param note the checkpoint, signed
 */
public record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote note) {

    /** The most hashes of a proof. */
    public static final int MOST_HASHES = 63;

    private static final String OLD = "old ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /**
     * @throws LogException with {@link LogProblem#REQUEST_MALFORMED} where the body isn't that of a request
     * @throws NoteException where its checkpoint isn't a note
     */
    public static AddCheckpoint parse(byte[] body) throws LogException, NoteException {
        int end = end(body);
        List<String> lines = Arrays.asList(new String(body, 0, end, StandardCharsets.UTF_8).split("\n", -1));
        if (lines.size() > 1 + MOST_HASHES) {
            throw malformed();
        }
        long oldSize = oldSize(lines.get(0));
        List<byte[]> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            proof.add(hash(line));
        }
        return new AddCheckpoint(oldSize, proof, SignedNote.parse(Arrays.copyOfRange(body, end + 2, body.length)));
    }

    /** Where the empty line before the checkpoint begins. */
    private static int end(byte[] body) throws LogException {
        for (int i = 0; i + 1 < body.length; i++) {
            if (body[i] == '\n' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw malformed();
    }

    private static long oldSize(String line) throws LogException {
        String number = line.startsWith(OLD) ? line.substring(OLD.length()) : "";
        try {
            if (NUMBER.matcher(number).matches()) {
                return Long.parseLong(number);
            }
        } catch (NumberFormatException tooLarge) {
            // Refused below, as what isn't a number is.
        }
        throw malformed();
    }

    private static byte[] hash(String line) throws LogException {
        try {
            byte[] hash = Checkpoint.hash(line);
            if (hash.length == Sha256.LENGTH) {
                return hash;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below.
        }
        throw malformed();
    }

    private static LogException malformed() {
        return new LogException(LogProblem.REQUEST_MALFORMED);
    }

    /** The body of the request. */
    public byte[] bytes() {
        StringBuilder lines = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(
                hash -> lines.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        byte[] head = lines.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] checkpoint = note.bytes();
        byte[] body = Arrays.copyOf(head, head.length + checkpoint.length);
        System.arraycopy(checkpoint, 0, body, head.length, checkpoint.length);
        return body;
    }
}
