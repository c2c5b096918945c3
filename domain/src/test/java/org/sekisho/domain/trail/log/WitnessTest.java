package org.sekisho.domain.trail.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.VerifierKey;

/** What a setting may say of a witness. */
class WitnessTest {

    @Test
    void aKeyAndAnAddressAreAWitness() throws Exception {
        Witness witness = Witness.parse(key(SignatureType.COSIGNATURE) + "  https://witness.example/one/");
        assertEquals("witness.example/1", witness.name());
        assertEquals("https://witness.example/one", witness.address().toString());
    }

    @Test
    void anythingElseIsNone() throws Exception {
        String key = key(SignatureType.COSIGNATURE);
        for (String setting : List.of(
                "",
                key,
                key + " witness.example",
                key + " ftp://witness.example",
                key + " https:///one",
                key + " https://witness.example more",
                key.replace("witness.example/1+", "witness.example/1+00000000+") + " https://witness.example",
                key(SignatureType.ED25519) + " https://witness.example")) {
            assertThrows(IllegalArgumentException.class, () -> Witness.parse(setting), setting);
        }
    }

    private static String key(SignatureType type) throws Exception {
        PublicKey key =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        return VerifierKey.of("witness.example/1", type, key).text();
    }
}
