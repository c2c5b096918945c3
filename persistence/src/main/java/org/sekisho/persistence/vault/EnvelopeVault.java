package org.sekisho.persistence.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.vault.SealedHead.Format;
import org.sekisho.persistence.vault.SealedHead.Opened;

/** Seals each record with a key of its own: a nonce then never meets the same key twice, however many records there are. */
@ApplicationScoped
public class EnvelopeVault implements Vault {

    private final KeyStore keys;

    @Inject
    public EnvelopeVault(KeyStore keys) {
        this.keys = keys;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EnvelopeVault() {
        this.keys = null;
    }

    @Override
    public byte[] seal(Place place, byte[] plain) {
        Opened envelope = SealedHead.create(Format.WHOLE, place, keys);
        try {
            byte[] body = new AesGcmJce(envelope.dataKey()).encrypt(plain, Format.WHOLE.bind(place));
            byte[] head = envelope.head().bytes();
            return ByteBuffer.allocate(head.length + body.length)
                    .put(head)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM doesn't encrypt", e);
        }
    }

    @Override
    public byte[] open(Place place, byte[] sealed) {
        ByteArrayInputStream in = new ByteArrayInputStream(sealed);
        try {
            Opened envelope = SealedHead.open(Format.WHOLE, place, keys, in);
            return new AesGcmJce(envelope.dataKey()).decrypt(in.readAllBytes(), Format.WHOLE.bind(place));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(place, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
