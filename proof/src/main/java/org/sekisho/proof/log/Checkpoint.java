package org.sekisho.proof.log;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.proof.hash.Sha256;

/**
 * What a log signs: how many entries it has, and the hash over them (C2SP tlog-checkpoint, "Note text"). It is written without extension
 * lines; those of others are passed over.
 *
 * @param origin the log's name, one line
 * @param size leaves of the tree
 * @param root of the tree, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern FORM =
            Pattern.compile("([^\\n]{1,255})\\n(0|[1-9][0-9]{0,18})\\n([A-Za-z0-9+/]{43}=)\\n(?:[^\\n]+\\n){0,100}");

    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || root.length != Sha256.LENGTH) {
            throw new IllegalArgumentException("No checkpoint: " + origin + ", " + size);
        }
    }

    /** @throws LogException with {@link LogProblem#CHECKPOINT_MALFORMED} where the text isn't that of a checkpoint */
    public static Checkpoint parse(String text) throws LogException {
        Matcher lines = FORM.matcher(text);
        if (!lines.matches()) {
            throw new LogException(LogProblem.CHECKPOINT_MALFORMED);
        }
        try {
            return new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), hash(lines.group(3)));
        } catch (IllegalArgumentException malformed) {
            throw new LogException(LogProblem.CHECKPOINT_MALFORMED);
        }
    }

    /** @throws IllegalArgumentException where it isn't Base64, or written otherwise than it would be */
    static byte[] hash(String base64) {
        byte[] hash = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(hash).equals(base64)) {
            throw new IllegalArgumentException("Written in another way");
        }
        return hash;
    }

    /** The text to sign. */
    public String text() {
        return String.join(
                        "\n",
                        List.of(
                                origin,
                                String.valueOf(size),
                                Base64.getEncoder().encodeToString(root))) + "\n";
    }
}
