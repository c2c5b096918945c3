package org.sekisho.domain.vault;

import java.util.SortedSet;
import java.util.UUID;

/**
 * The organisations' keys. They stand outside the database and never leave the store: it wraps and unwraps the keys of records. A
 * folder of files implements it; a PKCS#11 token or a key management service can.
 *
 * <p>Versions count from 1. New content is wrapped under the highest; older ones stay to open what they wrapped. Every method throws
 * {@link org.sekisho.domain.shared.Refusal} with {@link VaultError#KEY_MISSING} where there is no key, and with
 * {@link VaultError#KEY_DESTROYED} where there was one, unless it says otherwise.
 */
public interface KeyStore {

    /**
     * Wraps the key of a record under the organisation's newest key.
     *
     * @param associatedData what has to be given again to unwrap; not secret
     */
    Wrapped wrap(UUID organisation, byte[] dataKey, byte[] associatedData);

    /**
     * The key of a record.
     *
     * @throws SecurityException when the wrapped key was changed or belongs to other associated data
     */
    byte[] unwrap(UUID organisation, Wrapped wrapped, byte[] associatedData);

    /** Makes the organisation's first key where there is none; the newest version. Of several nodes at once, all get the same. */
    int create(UUID organisation);

    /** Makes a new version for what comes; content sealed before stays as it is. */
    int rotate(UUID organisation);

    /** Destroys all versions, for good: the organisation's content is gone, and never gets a key again. Works any number of times. */
    void destroy(UUID organisation);

    /** The newest version. */
    int version(UUID organisation);

    /** The versions that exist; none where there is no key or it was destroyed. */
    SortedSet<Integer> versions(UUID organisation);

    /** 64 lower-case hexadecimal digits that are the same for the same key only, and say nothing about it. */
    String fingerprint(UUID organisation, int version);

    /**
     * A key under a key.
     *
     * @param version of the organisation's key
     * @param bytes at most 4,096
     */
    record Wrapped(int version, byte[] bytes) {}
}
