package org.sekisho.domain.trail.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What a witness is asked to cosign (C2SP tlog-witness, "add-checkpoint").
 *
 * @param oldSize of the last checkpoint that the witness cosigned, as we know; 0 where there is none
 * @param proof that the checkpoint grew from it
 */
public record ForWitness(long oldSize, List<byte[]> proof, SignedCheckpoint checkpoint) {

    public ForWitness {
        proof = List.copyOf(proof);
    }

    /** The body of the request. */
    public String body() {
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(
                hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return body.append('\n')
                .append(new String(checkpoint.note(), StandardCharsets.UTF_8))
                .toString();
    }
}
