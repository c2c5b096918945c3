package org.sekisho.proof.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackKeyTest {

    /** The public key of RFC 8410, section 10.1. */
    private static final String PEM =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    @Test
    void theKeyOfTheStandardIsReadAndWritten() {
        PackKey key = PackKey.fromPem(PEM.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
        assertEquals(PEM, key.pem());
        assertTrue(PackKey.isFingerprint(key.fingerprint()), key.fingerprint());
        assertEquals(key.fingerprint(), PackKey.of(key.key()).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nMCow=BQ=\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMCow\n-----END PRIVATE KEY-----\n"
            })
    void whatIsNoKeyIsRefused(String pem) {
        assertEquals(Optional.empty(), PackKey.fromPem(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Spare bits of Base64, and bytes behind the structure, would make another file of the same key. */
    @Test
    void aKeyIsWrittenInOneWayOnly() {
        String end = PEM.substring(PEM.indexOf("=") - 1, PEM.indexOf("=") + 1);
        for (String other : new String[] {(char) (end.charAt(0) + 1) + "=", end.charAt(0) + "A"}) {
            byte[] file = PEM.replace(end + "\n", other + "\n").getBytes(StandardCharsets.US_ASCII);
            assertEquals(Optional.empty(), PackKey.fromPem(file), other);
        }
    }

    @Test
    void keysOfAnotherKindAreRefused() throws NoSuchAlgorithmException {
        KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
        assertThrows(
                IllegalArgumentException.class,
                () -> PackKey.of(other.generateKeyPair().getPublic()));
    }

    @Test
    void aSignatureHoldsForItsMessageAndKeyOnly() {
        byte[] message = "tag manifest".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = PackFixture.signer().sign(message);
        PackKey key = PackFixture.signer().key();
        assertEquals(PackSignature.LENGTH, signature.length);
        assertTrue(PackSignature.verify(key, message, signature));
        assertFalse(PackSignature.verify(PackKey.of(PackFixture.pair().getPublic()), message, signature));
        assertFalse(PackSignature.verify(key, new byte[0], signature));
        assertFalse(PackSignature.verify(key, message, new byte[0]));
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= (byte) 0x80;
            assertFalse(PackSignature.verify(key, message, changed));
        }
        assertArrayEquals(signature, PackFixture.signer().sign(message));
    }
}
