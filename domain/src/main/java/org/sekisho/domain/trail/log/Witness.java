package org.sekisho.domain.trail.log;

import java.net.URI;
import java.net.URISyntaxException;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.VerifierKey;

/**
 * Somebody outside who cosigns checkpoints (C2SP tlog-witness).
 *
 * @param key with which they cosign
 * @param address below which they take {@code add-checkpoint}, without a slash at its end
 */
public record Witness(VerifierKey key, URI address) {

    /**
     * The witness of a setting: its verifier key, a space, its address.
     *
     * @throws IllegalArgumentException where it isn't one
     */
    public static Witness parse(String setting) {
        String[] parts = setting.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("A key and an address are expected: " + setting);
        }
        try {
            VerifierKey key = VerifierKey.parse(parts[0]);
            URI address = new URI(parts[1].replaceFirst("/+$", ""));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (key.type() != SignatureType.COSIGNATURE || !web || address.getHost() == null) {
                throw new IllegalArgumentException("Not a witness: " + setting);
            }
            return new Witness(key, address);
        } catch (NoteException | URISyntaxException malformed) {
            throw new IllegalArgumentException("Not a witness: " + setting, malformed);
        }
    }

    public String name() {
        return key.name();
    }
}
