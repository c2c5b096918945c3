package org.sekisho.proof.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.sekisho.proof.hash.InclusionProof;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/**
 * That an entry stands in a log, in one file that needs nothing else to be checked but the log's key and the entry (C2SP tlog-proof).
 *
 * @param index of the entry, from 0
 * @param path the siblings from the leaf up
 * @param checkpoint signed, of a tree that holds the entry
 */
public record LogProof(long index, List<byte[]> path, SignedNote checkpoint) {

    /** How such files end. */
    public static final String EXTENSION = ".tlog-proof";

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");
    /** No tree is deeper. */
    private static final int MOST_HASHES = Long.SIZE;

    public LogProof {
        path = List.copyOf(path);
    }

    /**
     * @throws LogException with {@link LogProblem#PROOF_MALFORMED} where the file isn't a proof
     * @throws NoteException where its checkpoint isn't a note
     */
    public static LogProof parse(byte[] file) throws LogException, NoteException {
        int end = end(file);
        List<String> lines = Arrays.asList(new String(file, 0, end, StandardCharsets.UTF_8).split("\n", -1));
        int at = 1;
        if (!lines.get(0).equals(HEADER)) {
            throw malformed();
        }
        if (lines.size() > at && lines.get(at).startsWith(EXTRA)) {
            at++;
        }
        if (lines.size() <= at || !lines.get(at).startsWith(INDEX) || lines.size() - at - 1 > MOST_HASHES) {
            throw malformed();
        }
        long index = number(lines.get(at).substring(INDEX.length()));
        List<byte[]> path = new ArrayList<>();
        for (String line : lines.subList(at + 1, lines.size())) {
            path.add(hash(line));
        }
        return new LogProof(index, path, SignedNote.parse(Arrays.copyOfRange(file, end + 2, file.length)));
    }

    /** Where the empty line before the checkpoint begins. */
    private static int end(byte[] file) throws LogException {
        for (int i = 0; i + 1 < Math.min(file.length, SignedNote.MOST_BYTES); i++) {
            if (file[i] == '\n' && file[i + 1] == '\n') {
                return i;
            }
        }
        throw malformed();
    }

    private static long number(String text) throws LogException {
        try {
            if (NUMBER.matcher(text).matches()) {
                return Long.parseLong(text);
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
        return new LogException(LogProblem.PROOF_MALFORMED);
    }

    /**
     * Checks that the entry stands in the log.
     *
     * @param leafHash of the entry
     * @param origin of the log that is meant
     * @param keys of which one has to have signed the checkpoint
     * @return the checkpoint that is proven
     * @throws NoteException where none of the keys signed the checkpoint, or a signature is wrong
     * @throws LogException where it is of another log, or the path doesn't lead to its root
     */
    public Checkpoint verify(byte[] leafHash, String origin, Collection<VerifierKey> keys)
            throws LogException, NoteException {
        if (checkpoint.verify(keys).isEmpty()) {
            throw new IllegalStateException("Somebody signed, or it was refused");
        }
        Checkpoint signed = Checkpoint.parse(checkpoint.text());
        if (!signed.origin().equals(origin)) {
            throw new LogException(LogProblem.ORIGIN_DIFFERS, signed.origin());
        }
        if (!InclusionProof.verify(leafHash, index, signed.size(), path, signed.root())) {
            throw new LogException(LogProblem.NOT_INCLUDED, String.valueOf(index));
        }
        return signed;
    }

    /** The file. */
    public byte[] bytes() {
        StringBuilder lines = new StringBuilder(HEADER)
                .append('\n')
                .append(INDEX)
                .append(index)
                .append('\n');
        path.forEach(
                hash -> lines.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        byte[] head = lines.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] note = checkpoint.bytes();
        byte[] file = Arrays.copyOf(head, head.length + note.length);
        System.arraycopy(note, 0, file, head.length, note.length);
        return file;
    }
}
