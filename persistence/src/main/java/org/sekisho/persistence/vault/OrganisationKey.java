package org.sekisho.persistence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** One version of an organisation's key: 256 random bits. Its file names what it is for, so that files can't be mixed up. */
final class OrganisationKey {

    static final int LENGTH = 32;

    private static final int FILE_LIMIT = 4096;
    private static final String MAC = "HmacSHA256";

    private final UUID organisation;
    private final int version;
    private final byte[] key;

    OrganisationKey(UUID organisation, int version, byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A key has 32 bytes");
        }
        this.organisation = organisation;
        this.version = version;
        this.key = key.clone();
    }

    /** @throws IllegalArgumentException when it isn't the file of this key */
    static OrganisationKey read(UUID organisation, int version, byte[] file) {
        try {
            if (JsonReader.read(file, FILE_LIMIT) instanceof JsonObject json
                    && json.string("organisation").equals(organisation.toString())
                    && json.integer("version") == version) {
                return new OrganisationKey(
                        organisation, version, Base64.getDecoder().decode(json.string("key")));
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("Not the file of a key", e);
        }
        throw new IllegalArgumentException("The file of another key");
    }

    byte[] file() {
        JsonObject json = JsonObject.builder()
                .put("organisation", organisation.toString())
                .put("version", version)
                .put("key", Base64.getEncoder().encodeToString(key))
                .build();
        return (CanonicalJson.text(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Aead cipher() throws GeneralSecurityException {
        return new AesGcmJce(key);
    }

    /** HMAC-SHA-256 under the key over what it is for. */
    String fingerprint() {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            String text = "sekisho key fingerprint " + organisation + " " + version;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }
}
