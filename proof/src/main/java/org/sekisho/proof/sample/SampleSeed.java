package org.sekisho.proof.sample;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.Checkpoint;

/**
 * What a sample is drawn by: the SHA-256 of the text of the first checkpoint that covers the freezing of its population. The text names
 * the root over all events up to then, so it couldn't be known, nor chosen, when the population was frozen.
 */
public final class SampleSeed {

    private SampleSeed() {}

    /** The 32 bytes: the SHA-256 of the checkpoint's text, which is the signed note up to its empty line. */
    public static byte[] of(Checkpoint checkpoint) {
        return of(checkpoint.text());
    }

    /** The same of the text as it stands in the note. */
    public static byte[] of(String checkpointText) {
        return Sha256.digest(checkpointText.getBytes(StandardCharsets.UTF_8));
    }

    /** As people compare it: 64 lower-case hexadecimal digits. */
    public static String hex(byte[] seed) {
        return HexFormat.of().formatHex(seed);
    }
}
