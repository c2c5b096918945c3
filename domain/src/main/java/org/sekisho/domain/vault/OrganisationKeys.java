package org.sekisho.domain.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;

/**
 * The life of an organisation's key, in the key store and in the database alike. A key is made before the transaction that records
 * it commits, and destroyed after the one that decides it has: a node that dies between loses no content that was committed.
 */
public final class OrganisationKeys {

    private static final String KIND = "organisation";

    private final KeyStore keys;
    private final KeyFingerprints fingerprints;

    public OrganisationKeys(KeyStore keys, KeyFingerprints fingerprints) {
        this.keys = keys;
        this.fingerprints = fingerprints;
    }

    /**
     * Makes the organisation's first key where there is none, and records every version that isn't yet.
     *
     * @throws Refusal {@link VaultError#KEY_DESTROYED}; {@link VaultError#KEYS_DIFFER} when this node has another key than the
     *     database was written with
     */
    public void create(UUID organisation) {
        if (recordedAndAlive(organisation).isEmpty()) {
            keys.create(organisation);
        }
        record(organisation);
    }

    /** Makes a new version for what is sealed from now on; for refusals see {@link #create}. */
    public DomainEvent rotate(UUID organisation) {
        requireSame(recordedAndAlive(organisation));
        int version = keys.rotate(organisation);
        record(organisation);
        return DomainEvent.of("organisation.key-rotated", KIND, organisation)
                .with("version", version)
                .with("fingerprint", keys.fingerprint(organisation, version))
                .build();
    }

    /** Decides that the organisation's content goes. It is gone when {@link #carryOutDestructions} ran after the commit. */
    public DomainEvent destroy(UUID organisation, Instant now) {
        List<KeyFingerprint> recorded = recordedAndAlive(organisation);
        if (recorded.isEmpty()) {
            throw Refusal.of(VaultError.KEY_MISSING, "organisation", organisation);
        }
        fingerprints.markDestroyed(organisation, now);
        return DomainEvent.of("organisation.key-destroyed", KIND, organisation)
                .with("versions", recorded.size())
                .build();
    }

    /**
     * What a node does before it serves: compares its keys, records versions that were put into the store by hand or whose
     * transaction was rolled back, and destroys what was decided. The caller sees, and may write, every organisation's fingerprints.
     *
     * @throws Refusal {@link VaultError#KEYS_DIFFER}; the node must not serve
     */
    public void prepare() {
        requireSame();
        fingerprints.all().stream()
                .filter(each -> each.destroyedAt().isEmpty())
                .map(KeyFingerprint::organisation)
                .distinct()
                .forEach(this::record);
        carryOutDestructions();
    }

    /** Destroys in the key store what was decided; also a key that came back with a backup. Works any number of times. */
    public void carryOutDestructions() {
        fingerprints.all().stream()
                .filter(each -> each.destroyedAt().isPresent())
                .map(KeyFingerprint::organisation)
                .distinct()
                .forEach(keys::destroy);
    }

    /**
     * Asks that this node has the keys the database was written with.
     *
     * @throws Refusal {@link VaultError#KEYS_DIFFER} naming each key that is missing or another
     */
    public void requireSame() {
        requireSame(fingerprints.all().stream()
                .filter(each -> each.destroyedAt().isEmpty())
                .toList());
    }

    private void requireSame(List<KeyFingerprint> recorded) {
        List<String> differing = new ArrayList<>();
        for (KeyFingerprint each : recorded) {
            boolean same = keys.versions(each.organisation()).contains(each.version())
                    && keys.fingerprint(each.organisation(), each.version()).equals(each.fingerprint());
            if (!same) {
                differing.add(each.organisation() + "/" + each.version());
            }
        }
        if (!differing.isEmpty()) {
            throw Refusal.of(VaultError.KEYS_DIFFER, "keys", differing);
        }
    }

    private void record(UUID organisation) {
        for (int version : keys.versions(organisation)) {
            fingerprints.add(new KeyFingerprint(
                    organisation, version, keys.fingerprint(organisation, version), Optional.empty()));
        }
        requireSame(fingerprints.of(organisation));
    }

    private List<KeyFingerprint> recordedAndAlive(UUID organisation) {
        List<KeyFingerprint> recorded = fingerprints.of(organisation);
        if (recorded.stream().anyMatch(each -> each.destroyedAt().isPresent())) {
            throw new Refusal(VaultError.KEY_DESTROYED, Map.of("organisation", organisation));
        }
        return recorded;
    }
}
