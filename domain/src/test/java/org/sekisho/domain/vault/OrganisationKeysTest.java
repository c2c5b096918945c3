package org.sekisho.domain.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

class OrganisationKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final UUID bank = Ids.next();
    private final UUID otherBank = Ids.next();
    private final Fingerprints fingerprints = new Fingerprints();
    private final Keys keys = new Keys("this");
    private final OrganisationKeys organisationKeys = new OrganisationKeys(keys, fingerprints);

    @Test
    void createdKeyIsRecordedOnce() {
        organisationKeys.create(bank);
        organisationKeys.create(bank);

        assertEquals(
                List.of(new KeyFingerprint(bank, 1, keys.fingerprint(bank, 1), Optional.empty())),
                fingerprints.of(bank));
        organisationKeys.requireSame();
    }

    @Test
    void nodeWithAnotherKeyIsNamedAndRefused() {
        organisationKeys.create(bank);
        organisationKeys.create(otherBank);
        Keys elsewhere = new Keys("elsewhere");
        elsewhere.create(bank);
        OrganisationKeys otherNode = new OrganisationKeys(elsewhere, fingerprints);

        Refusal refusal = assertThrows(Refusal.class, otherNode::requireSame);

        assertEquals(VaultError.KEYS_DIFFER, refusal.code());
        assertEquals(
                List.of(bank + "/1", otherBank + "/1"), refusal.parameters().get("keys"));
        assertRefusal(VaultError.KEYS_DIFFER, () -> otherNode.create(bank));
        assertRefusal(VaultError.KEYS_DIFFER, () -> otherNode.rotate(bank));
        assertEquals(1, elsewhere.version(bank), "nothing new under a wrong key");
    }

    @Test
    void nodeWithoutTheRecordedKeyMakesNoNewOne() {
        organisationKeys.create(bank);
        Keys empty = new Keys("empty");

        assertRefusal(VaultError.KEYS_DIFFER, () -> new OrganisationKeys(empty, fingerprints).create(bank));
        assertEquals(new TreeSet<>(), empty.versions(bank));
    }

    @Test
    void emptyDatabaseTakesAnyKeys() {
        keys.create(bank);

        assertDoesNotThrow(() -> organisationKeys.requireSame());
    }

    @Test
    void rotationIsRecordedAndTold() {
        organisationKeys.create(bank);

        DomainEvent event = organisationKeys.rotate(bank);

        assertEquals("organisation.key-rotated", event.name());
        assertEquals(Map.of("version", 2L, "fingerprint", keys.fingerprint(bank, 2)), event.details());
        assertEquals(2, fingerprints.of(bank).size());
    }

    @Test
    void versionWhoseTransactionWasRolledBackIsRecordedByTheNextRotation() {
        organisationKeys.create(bank);
        keys.rotate(bank);

        organisationKeys.rotate(bank);

        assertEquals(
                List.of(1, 2, 3),
                fingerprints.of(bank).stream().map(KeyFingerprint::version).toList());
    }

    @Test
    void destructionIsDecidedFirstAndCarriedOutAfter() {
        organisationKeys.create(bank);
        organisationKeys.rotate(bank);
        organisationKeys.create(otherBank);

        DomainEvent event = organisationKeys.destroy(bank, NOW);

        assertEquals("organisation.key-destroyed", event.name());
        assertEquals(Map.of("versions", 2L), event.details());
        assertEquals(2, keys.version(bank), "the transaction may still be rolled back");
        organisationKeys.carryOutDestructions();
        organisationKeys.carryOutDestructions();
        assertRefusal(VaultError.KEY_DESTROYED, () -> keys.version(bank));
        assertEquals(1, keys.version(otherBank));
        organisationKeys.requireSame();
    }

    @Test
    void nodeRecordsWhatWasPutInByHandAndDestroysWhatWasDecidedBeforeItServes() {
        organisationKeys.create(bank);
        organisationKeys.create(otherBank);
        keys.rotate(bank);
        organisationKeys.destroy(otherBank, NOW);

        organisationKeys.prepare();

        assertEquals(2, fingerprints.of(bank).size());
        assertRefusal(VaultError.KEY_DESTROYED, () -> keys.version(otherBank));
        Keys elsewhere = new Keys("elsewhere");
        assertRefusal(VaultError.KEYS_DIFFER, () -> new OrganisationKeys(elsewhere, fingerprints).prepare());
        assertRefusal(VaultError.KEY_MISSING, () -> elsewhere.version(otherBank));
    }

    @Test
    void destroyedOrganisationGetsNoKeyAgain() {
        organisationKeys.create(bank);
        organisationKeys.destroy(bank, NOW);

        assertRefusal(VaultError.KEY_DESTROYED, () -> organisationKeys.create(bank));
        assertRefusal(VaultError.KEY_DESTROYED, () -> organisationKeys.rotate(bank));
        assertRefusal(VaultError.KEY_DESTROYED, () -> organisationKeys.destroy(bank, NOW));
    }

    @Test
    void whereThereIsNoKeyNoneIsDestroyed() {
        assertRefusal(VaultError.KEY_MISSING, () -> organisationKeys.destroy(bank, NOW));
    }

    private static void assertRefusal(VaultError code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }

    /** The database's side, in memory. */
    private static final class Fingerprints implements KeyFingerprints {

        private final List<KeyFingerprint> rows = new ArrayList<>();

        @Override
        public List<KeyFingerprint> all() {
            return List.copyOf(rows);
        }

        @Override
        public List<KeyFingerprint> of(UUID organisation) {
            return rows.stream()
                    .filter(each -> each.organisation().equals(organisation))
                    .toList();
        }

        @Override
        public void add(KeyFingerprint fingerprint) {
            if (of(fingerprint.organisation()).stream().noneMatch(each -> each.version() == fingerprint.version())) {
                rows.add(fingerprint);
            }
        }

        @Override
        public void markDestroyed(UUID organisation, Instant now) {
            rows.replaceAll(each -> each.organisation().equals(organisation)
                            && each.destroyedAt().isEmpty()
                    ? new KeyFingerprint(organisation, each.version(), each.fingerprint(), Optional.of(now))
                    : each);
        }
    }

    /** Keys that are only their fingerprints. */
    private static final class Keys implements KeyStore {

        private static final int DESTROYED = -1;

        private final String folder;
        private final Map<UUID, Integer> newest = new TreeMap<>();

        private Keys(String folder) {
            this.folder = folder;
        }

        @Override
        public Wrapped wrap(UUID organisation, byte[] dataKey, byte[] associatedData) {
            throw new UnsupportedOperationException("Nothing is sealed here");
        }

        @Override
        public byte[] unwrap(UUID organisation, Wrapped wrapped, byte[] associatedData) {
            throw new UnsupportedOperationException("Nothing is sealed here");
        }

        @Override
        public int create(UUID organisation) {
            newest.putIfAbsent(organisation, 1);
            return version(organisation);
        }

        @Override
        public int rotate(UUID organisation) {
            newest.put(organisation, version(organisation) + 1);
            return version(organisation);
        }

        @Override
        public void destroy(UUID organisation) {
            newest.put(organisation, DESTROYED);
        }

        @Override
        public int version(UUID organisation) {
            int version = newest.getOrDefault(organisation, 0);
            if (version < 1) {
                throw new Refusal(version == DESTROYED ? VaultError.KEY_DESTROYED : VaultError.KEY_MISSING);
            }
            return version;
        }

        @Override
        public SortedSet<Integer> versions(UUID organisation) {
            SortedSet<Integer> versions = new TreeSet<>();
            for (int version = 1; version <= newest.getOrDefault(organisation, 0); version++) {
                versions.add(version);
            }
            return versions;
        }

        @Override
        public String fingerprint(UUID organisation, int version) {
            return folder + " " + organisation + " " + version;
        }
    }
}
