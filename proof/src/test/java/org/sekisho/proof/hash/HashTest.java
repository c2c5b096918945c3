package org.sekisho.proof.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;

class HashTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    /** FIPS 180-2, appendix B.1. */
    @Test
    void bytesAndStreamsHaveTheSameDigest() throws IOException {
        String known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertEquals(known, Sha256.hex(ABC));
        assertEquals(known, Sha256.hex(new ByteArrayInputStream(ABC)));
        assertArrayEquals(Sha256.digest(ABC), Sha256.digest(new ByteArrayInputStream(ABC)));
    }

    @Test
    void aCommitmentHoldsForItsValueOnly() {
        JsonObject value = JsonObject.builder().put("name", "Aoba").build();
        Commitment commitment = Commitment.create(value);
        assertTrue(Commitment.verify(commitment.key(), commitment.digest(), value));
        assertFalse(Commitment.verify(commitment.key(), commitment.digest(), new JsonString("Aoba")));
        byte[] otherKey = commitment.key();
        otherKey[31] ^= 1;
        assertFalse(Commitment.verify(otherKey, commitment.digest(), value));
        assertFalse(Commitment.verify(Arrays.copyOf(commitment.key(), 64), commitment.digest(), value));
        assertFalse(Commitment.verify(commitment.key(), new byte[0], value));
    }

    @Test
    void twoCommitmentsToOneValueDiffer() {
        JsonString value = new JsonString("Aoba");
        assertFalse(Arrays.equals(
                Commitment.create(value).digest(), Commitment.create(value).digest()));
    }
}
