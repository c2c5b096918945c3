package org.sekisho.domain.trail.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.trail.log.TrailLogReader.KeyInForce;
import org.sekisho.domain.trail.log.TrailLogReader.ToldKeyChange;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.pack.PackKey;

class KeyHandOverTest {

    private static final PackKey OLDEST = key();
    private static final PackKey OLDER = key();
    private static final PackKey CURRENT = key();
    private static final ToldKeyChange TO_OLDER = told(40, OLDEST, OLDER);
    private static final ToldKeyChange TO_CURRENT = told(90, OLDER, CURRENT);

    @Test
    void theKeyInForceIsFollowedBackStepByStep() {
        assertEquals(
                List.of(new KeyHandOver(OLDER, TO_CURRENT), new KeyHandOver(OLDEST, TO_OLDER)),
                back(List.of(TO_CURRENT, TO_OLDER), OLDEST, OLDER, CURRENT));
    }

    @Test
    void aKeyThatSignedNothingOrThatNoEventNamesEndsTheWay() {
        assertEquals(1, back(List.of(TO_CURRENT, TO_OLDER), OLDER, CURRENT).size());
        assertEquals(List.of(), back(List.of(TO_OLDER), OLDEST, OLDER, CURRENT));
        ToldKeyChange another = new ToldKeyChange(UUID.randomUUID(), 95, "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, back(List.of(another, TO_CURRENT), OLDER).size());
    }

    private static List<KeyHandOver> back(List<ToldKeyChange> told, PackKey... signed) {
        List<KeyInForce> keys = Stream.of(signed)
                .map(key -> new KeyInForce(key.fingerprint(), key.key().getEncoded(), 1))
                .toList();
        return KeyHandOver.back(CURRENT.fingerprint(), keys, told);
    }

    private static PackKey key() {
        try {
            return PackKey.of(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ToldKeyChange told(long index, PackKey before, PackKey now) {
        byte[] leaf = CanonicalJson.write(JsonObject.builder()
                .put(
                        "details",
                        JsonObject.builder()
                                .put("before", before.fingerprint())
                                .put("now", now.fingerprint())
                                .build())
                .build());
        return new ToldKeyChange(UUID.randomUUID(), index, leaf);
    }
}
